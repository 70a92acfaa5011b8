import { z } from 'zod';
import { Direction, Player } from '../entities/player.ts';
import { Presence } from '../entities/user.ts';
import { Id } from '../primitives.ts';
import { STEP_SEQ_MAX } from '../sizes.ts';
import { commonClientEvents, commonServerEvents } from './common.ts';
import { defineSocketEvents } from './socket-contract.ts';

export const moveRejections = ['blocked', 'too_fast', 'not_adjacent', 'out_of_bounds', 'locked'] as const;
export const MoveRejection = z.enum(moveRejections);
export type MoveRejection = z.infer<typeof MoveRejection>;

export const RosterPerson = z.object({ userId: Id, displayName: z.string(), presence: Presence });
export type RosterPerson = z.infer<typeof RosterPerson>;

const Coordinate = z.int();

export const worldClientEvents = defineSocketEvents({
  ...commonClientEvents,
  join: {
    payload: z.object({ spaceId: Id, encoding: z.enum(['binary', 'json']).optional() }),
    ack: z.object({
      self: Player,
      /** Those in view. */
      players: z.array(Player),
      space: z.object({ id: Id, width: z.int(), height: z.int(), tileSize: z.int(), mapVersion: z.int() }),
      tick: z.int(),
      tickMs: z.int(),
    }),
  },
  move: { payload: z.object({ seq: z.int().nonnegative().max(STEP_SEQ_MAX).optional(), x: Coordinate, y: Coordinate }) },
  /** What the client shows, in tiles; clipped by the server. */
  view: { payload: z.object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() }) },
  roster: {
    payload: z.object({ cursor: Id.optional() }),
    ack: z.object({ people: z.array(RosterPerson), nextCursor: z.string().nullable() }),
  },
  leave: { payload: z.object({}), ack: z.object({}) },
});

export const worldServerEvents = defineSocketEvents({
  ...commonServerEvents,
  /** Layout in SPEC.md. */
  frame: { payload: z.instanceof(Uint8Array) },
  'user-joined': { payload: Player },
  movement: { payload: z.object({ userId: Id, x: Coordinate, y: Coordinate, direction: Direction, seq: z.int().optional() }) },
  'user-left': { payload: z.object({ userId: Id }) },
  'movement-rejected': {
    payload: z.object({ seq: z.int().nullable(), x: Coordinate, y: Coordinate, reason: MoveRejection }),
  },
  'roster-changed': { payload: z.object({ joined: z.array(RosterPerson), left: z.array(Id) }) },
  'space-updated': { payload: z.object({ spaceId: Id, mapVersion: z.int() }) },
  kicked: { payload: z.object({ reason: z.string() }) },
  'moved-away': { payload: z.object({ spaceId: Id }) },
});

export type WorldClientEvents = typeof worldClientEvents;
export type WorldServerEvents = typeof worldServerEvents;
