import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface DoorProps {
  /** 40 × 48 in lists, 148 × 196 beside, 188 × 252 in the middle, or as wide as its place (56 : 52). */
  readonly size?: 'row' | 'side' | 'middle' | 'page' | undefined;
  readonly imageUrl?: string | undefined;
  /** Instead of an image: a drawing that fills the door. */
  readonly children?: ReactNode | undefined;
  /** The one to go through: a persimmon edge. */
  readonly isPrimary?: boolean | undefined;
}

const sizes = {
  row: 'h-12 w-10 door-row',
  side: 'h-49 w-37 door',
  middle: 'h-63 w-47 door',
  page: 'aspect-56/52 w-full max-w-140 door [--door-rise:53.8%]',
};

/** A place one can enter. Nothing else is arched. */
export const Door = ({ size = 'row', imageUrl, children, isPrimary = false }: DoorProps) => (
  <span
    className={clsx(
      'relative block shrink-0 overflow-hidden bg-sunken',
      sizes[size],
      isPrimary && 'outline-2 outline-offset-6 outline-accent',
    )}
  >
    {imageUrl === undefined ? children : <img src={imageUrl} alt="" className="size-full picture" />}
  </span>
);
