import { Banner } from '@metaverse/ui';
import { IconWifiOff } from '@tabler/icons-react';
import { useChatState } from './chat-context.ts';
import { useIsSettled } from './use-is-settled.ts';

/** A connection that comes back within this time was hardly gone. */
const WORTH_TELLING_MS = 1_200;

/** Says so as long as the chat has no connection. */
export const ChatOfflineBanner = () => {
  const connection = useChatState((state) => state.connection);
  const isCut = connection === 'offline' || connection === 'connecting';
  if (!useIsSettled(isCut, WORTH_TELLING_MS)) return null;
  return (
    <Banner tone="amber" icon={IconWifiOff} lead="You are offline." isRounded={false}>
      You can go on writing. Messages go out when you are back.
    </Banner>
  );
};
