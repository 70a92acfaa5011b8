import type { DrawnPerson } from './people.ts';

/** Set it in the browser's storage to `frames` and load the space again. */
const STORAGE_KEY = 'metaverse:debug';

/**
 * What the event `world:frame` on `window` tells in its `detail`, once per picture of the screen: where people were drawn, as fractions of tiles.
 * Times are those of `performance.now()`. `isPainted` is false for pictures in which nothing changed.
 */
export type WorldFrameDetail = {
  atMs: number;
  isPainted: boolean;
  self: { x: number; y: number } | null;
  others: { userId: string; x: number; y: number }[];
};

const isAsked = (): boolean => {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'frames';
  } catch {
    return false;
  }
};

/** Tells each picture to whoever measures how smoothly people move; nothing at all unless it was asked for. */
export function createFrameReport(): (people: readonly DrawnPerson[], atMs: number, isPainted: boolean) => void {
  if (!isAsked()) return () => undefined;
  return (people, atMs, isPainted) => {
    const self = people.find(({ isMe }) => isMe)?.motion;
    const detail: WorldFrameDetail = {
      atMs,
      isPainted,
      self: self ? { x: self.x, y: self.y } : null,
      others: people.filter(({ isMe }) => !isMe).map(({ player, motion }) => ({ userId: player.userId, x: motion.x, y: motion.y })),
    };
    dispatchEvent(new CustomEvent('world:frame', { detail }));
  };
}
