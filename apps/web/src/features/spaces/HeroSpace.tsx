import type { Space } from '@metaverse/contracts';
import { Button, Glyph, LiveCount, PortraitGroup } from '@metaverse/ui';
import { IconArrowRight, IconLock } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import { faceOf } from '../../lib/face-of.ts';
import { useMe } from '../account/me-context.ts';
import { HeroPicture } from './HeroPicture.tsx';
import { SpaceMenu } from './SpaceMenu.tsx';
import { counted, insideLine } from './space-lines.ts';

/** Beside other doors 856 × 268 px, alone 1200 × 336. */
const RATIO = 3.2;
const WIDE_RATIO = 3.57;

export interface HeroSpaceProps {
  readonly space: Space;
  /** Over the whole width of the page. */
  readonly isWide?: boolean | undefined;
}

/** The liveliest space, large: its map, who is inside, the way in. */
export const HeroSpace = ({ space, isWide = false }: HeroSpaceProps) => {
  const id = useId();
  const me = useMe();
  const faces = space.people.map(faceOf);
  return (
    <section aria-labelledby={id}>
      <div className={clsx('relative overflow-hidden rounded-sheet bg-sunken max-sm:h-48', isWide ? 'h-84' : 'h-67')}>
        <HeroPicture key={space.id} space={space} ratio={isWide ? WIDE_RATIO : RATIO} />
        <span aria-hidden className="absolute inset-0 rounded-sheet inset-ring inset-ring-ink/10" />
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3 pt-4">
        <div className={clsx('min-w-0 flex-1', faces.length > 0 ? 'basis-60 max-sm:basis-full' : 'basis-40')}>
          <div className="flex items-start gap-x-3">
            <div className="flex min-w-0 flex-wrap items-center gap-x-3">
              <h2 id={id} className="text-26 wrap-anywhere">
                {space.name}
              </h2>
              {space.visibility === 'private' && (
                <span role="img" aria-label="Private" title="Private" className="text-muted">
                  <Glyph icon={IconLock} size={18} />
                </span>
              )}
              {space.onlineCount > 0 && <LiveCount>{`${space.onlineCount} inside`}</LiveCount>}
            </div>
            <span className="flex h-8 items-center">
              <SpaceMenu space={space} />
            </span>
          </div>
          <p className="mt-0.5 text-muted">
            {insideLine(space, me.id)}
            {space.messagesToday > 0 && ` ${counted(space.messagesToday, 'message')} today.`}
          </p>
        </div>
        {faces.length > 0 && (
          <span className="ground-paper">
            <PortraitGroup people={faces} total={space.onlineCount} size={32} />
          </span>
        )}
        <Button kind="primary" iconAfter={IconArrowRight} asChild className="max-sm:ms-auto">
          <Link to={`/spaces/${space.id}`} aria-label={`Enter ${space.name}`}>
            Enter
          </Link>
        </Button>
      </div>
    </section>
  );
};
