import type { WorldStatus } from '@metaverse/client';
import { Banner } from '@metaverse/ui';
import { IconCloudOff, IconWifiOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useOnline } from '../../../lib/use-online.ts';

/** A break shorter than this is not worth words: coming back takes less. */
const SAID_AFTER_MS = 700;

/** Says that one is cut off, as long as it is true. */
export const ConnectionNotice = ({ status }: { readonly status: WorldStatus }) => {
  const isOnline = useOnline();
  const isBroken = status.self !== null && !status.isJoined && status.end === null;
  const [isLong, setLong] = useState(false);

  useEffect(() => {
    if (!isBroken) return;
    const timer = setTimeout(() => {
      setLong(true);
    }, SAID_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isBroken]);

  if (isOnline && !(isBroken && isLong)) return null;
  return (
    <div className="pointer-events-none absolute inset-x-3 top-18 z-10 grid justify-items-center">
      <div className="pointer-events-auto animate-rise rounded-large shadow-float">
        {isOnline ? (
          <Banner tone="amber" icon={IconCloudOff} lead="Reconnecting.">
            The connection broke. Your place is kept, and what you write goes out when you are back.
          </Banner>
        ) : (
          <Banner tone="amber" icon={IconWifiOff} lead="You are offline.">
            You can go on writing. Messages go out when you are back.
          </Banner>
        )}
      </div>
    </div>
  );
};
