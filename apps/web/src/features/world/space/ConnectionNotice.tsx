import type { WorldStatus } from '@metaverse/client';
import { clsx } from 'clsx';
import { CutBanner } from '../../../lib/CutBanner.tsx';
import { useOnline } from '../../../lib/use-online.ts';
import { useIsChatCut } from '../../chat/use-is-chat-cut.ts';
import { useIsSettled } from '../../chat/use-is-settled.ts';

/** A break shorter than this is not worth words: coming back takes less. */
const SAID_AFTER_MS = 700;

export interface ConnectionNoticeProps {
  readonly status: WorldStatus;
  /** The chat is open, and says the same of itself. */
  readonly isChatOpen: boolean;
  /** Keeps it clear of an open panel. */
  readonly className?: string | undefined;
}

/** Says that one is cut off, as long as it is true and nothing else on the page says so. */
export const ConnectionNotice = ({ status, isChatOpen, className }: ConnectionNoticeProps) => {
  const isOnline = useOnline();
  const isBroken = status.self !== null && !status.isJoined && status.end === null;
  const isLong = useIsSettled(isBroken, SAID_AFTER_MS);
  const isSaidInChat = useIsChatCut() && isChatOpen;

  if (isSaidInChat || (isOnline && !isLong)) return null;
  return (
    <div className={clsx('pointer-events-none absolute inset-x-3 top-18 z-10 grid justify-items-center', className)}>
      <div className="pointer-events-auto animate-rise rounded-large shadow-float">
        <CutBanner isRounded />
      </div>
    </div>
  );
};
