import { CutBanner } from '../../lib/CutBanner.tsx';
import { useIsChatCut } from './use-is-chat-cut.ts';
import { useIsSettled } from './use-is-settled.ts';

/** A connection that comes back within this time was hardly gone. */
const WORTH_TELLING_MS = 1_200;

/** Says so as long as the chat has no connection. */
export const ChatOfflineBanner = () => useIsSettled(useIsChatCut(), WORTH_TELLING_MS) && <CutBanner isRounded={false} />;
