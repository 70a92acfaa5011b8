import { Banner } from '@metaverse/ui';
import { IconCloudOff, IconWifiOff } from '@tabler/icons-react';
import { useOnline } from './use-online.ts';

/** Says that one is cut off, whether by the device or by the way to the server, and what becomes of what one writes. */
export const CutBanner = ({ isRounded }: { readonly isRounded: boolean }) => {
  const isOnline = useOnline();
  return (
    <Banner
      tone="amber"
      icon={isOnline ? IconCloudOff : IconWifiOff}
      lead={isOnline ? 'Reconnecting.' : 'You are offline.'}
      isRounded={isRounded}
    >
      You can go on writing. Messages go out when you are back.
    </Banner>
  );
};
