import { Banner } from '@metaverse/ui';
import { IconWifiOff } from '@tabler/icons-react';
import { useOnline } from '../lib/use-online.ts';

/** Says so as long as the device has no network. */
export const OfflineBanner = () => {
  const isOnline = useOnline();
  if (isOnline) return null;
  return (
    <Banner tone="amber" icon={IconWifiOff} lead="You are offline." isRounded={false}>
      What you see may be old. It goes on by itself when you are back.
    </Banner>
  );
};
