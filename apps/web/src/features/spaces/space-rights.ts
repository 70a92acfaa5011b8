import type { Role, Space } from '@metaverse/contracts';

type Actor = { role: Role };
type Known = Pick<Space, 'myRole'>;

/** Whether to offer what; the server decides again. */
export const canEditSpace = (actor: Actor, space: Known): boolean =>
  actor.role === 'admin' || space.myRole === 'owner' || space.myRole === 'admin';

export const canDeleteSpace = (actor: Actor, space: Known): boolean => actor.role === 'admin' || space.myRole === 'owner';

/** A space is never without its owner. */
export const canLeaveSpace = (space: Known): boolean => space.myRole !== null && space.myRole !== 'owner';
