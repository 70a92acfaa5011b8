import { z } from 'zod';
import { Id } from '../primitives.ts';
import { AvatarView } from './avatar.ts';
import { Presence } from './user.ts';

export const directions = ['down', 'up', 'left', 'right'] as const;
export const Direction = z.enum(directions);
export type Direction = z.infer<typeof Direction>;

/** Somebody present in a space, on a whole tile. */
export const Player = z
  .object({
    userId: Id,
    username: z.string(),
    displayName: z.string(),
    avatar: AvatarView,
    x: z.int(),
    y: z.int(),
    direction: Direction,
    presence: Presence,
  })
  .meta({ id: 'Player' });
export type Player = z.infer<typeof Player>;
