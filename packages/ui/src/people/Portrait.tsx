import { clsx } from 'clsx';
import { useState } from 'react';
import { PresenceDot } from './PresenceDot.tsx';
import { initials, portraitUrl, tileOf } from './portrait-image.ts';
import type { Look } from './portrait-image.ts';
import type { Presence } from './presence.ts';

/** Sides in pixels. */
export type PortraitSize = 16 | 20 | 24 | 32 | 36 | 48 | 64;

export interface PortraitProps {
  /** Whose it is: alternative text, initials and the ground's colour come from it. */
  readonly name: string;
  readonly look?: Look | undefined;
  /** Wins over the look. */
  readonly imageUrl?: string | undefined;
  readonly size?: PortraitSize | undefined;
  /** Drawn from 24 px on. */
  readonly presence?: Presence | undefined;
  /** Persimmon edge. */
  readonly isMine?: boolean | undefined;
  /** False where the name stands beside it. */
  readonly isNamed?: boolean | undefined;
  readonly className?: string | undefined;
}

const tiles = ['bg-tile-1', 'bg-tile-2', 'bg-tile-3', 'bg-tile-4', 'bg-tile-5'];
const sides: Readonly<Record<PortraitSize, string>> = {
  16: 'size-4 text-11',
  20: 'size-5 text-11',
  24: 'size-6 text-11',
  32: 'size-8 text-12',
  36: 'size-9 text-13',
  48: 'size-12 text-17',
  64: 'size-16 text-20',
};

/** Somebody's head on a rounded tile, never in a circle. */
export const Portrait = ({ name, look, imageUrl, size = 36, presence, isMine = false, isNamed = false, className }: PortraitProps) => {
  const [brokenUrl, setBrokenUrl] = useState<string>();
  const url = imageUrl ?? (look && portraitUrl(look));
  return (
    <span
      className={clsx('relative inline-block shrink-0 rounded-[28%]', sides[size], isMine && 'outline-2 outline-accent', className)}
      role={isNamed ? 'img' : undefined}
      aria-label={isNamed ? name : undefined}
    >
      <span className={clsx('grid size-full place-items-center overflow-hidden rounded-[inherit]', tiles[tileOf(name)])}>
        {url === undefined || url === brokenUrl ? (
          <span aria-hidden className="font-semibold text-on-tile">
            {initials(name)}
          </span>
        ) : (
          <img
            src={url}
            alt=""
            draggable={false}
            className="size-full object-cover"
            onError={() => {
              setBrokenUrl(url);
            }}
          />
        )}
      </span>
      {presence !== undefined && size >= 24 && (
        <span className="absolute -end-[3px] -bottom-[3px] grid size-3.5 place-items-center rounded-full bg-(--ground,var(--color-surface))">
          <PresenceDot presence={presence} className="size-2.5" />
        </span>
      )}
    </span>
  );
};
