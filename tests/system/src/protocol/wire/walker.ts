import { expect, vi } from 'vitest';
import type { Line } from './lines.ts';
import { expectOk } from './lines.ts';
import { createSeen, type Seen } from './frames.ts';
import type { Player } from './shapes.ts';

export type Movement = { userId: string; x: number; y: number; direction: string; seq?: number };
export type Rejection = { seq: number; x: number; y: number; reason: string };
export type Joined = {
  self: Player;
  players: Player[];
  space: { id: string; width: number; height: number; tileSize: number; mapVersion: number };
  tick: number;
  tickMs: number;
};
export type Tile = { x: number; y: number };

/** Somebody standing in a space over one connection, who walks tile by tile. */
export type Walker = {
  line: Line;
  joined: Joined;
  /** Where the server last said that one stands. */
  at: () => Tile;
  /** Sends one step and waits until it was accepted or rejected. */
  step: (to: Tile) => Promise<'accepted' | Rejection>;
  /** The same, and waits for its turn when it was too fast. */
  walk: (dx: number, dy: number) => Promise<'accepted' | Rejection>;
  seen: Seen;
};

/** Six tiles a second. */
const STEP_MS = 1_000 / 6;

/** Joins with `encoding: "json"`, in which every fact is an event, or with frames. */
export async function enter(line: Line, spaceId: string, encoding: 'json' | 'binary' = 'json'): Promise<Walker> {
  const seen = createSeen();
  let read = 0;
  const readFrames = (): void => {
    const frames = line.heard<Uint8Array>('frame');
    for (; read < frames.length; read += 1) seen.read(frames[read] ?? new Uint8Array());
  };
  const joined = expectOk(await line.ask<Joined>('join', { spaceId, ...(encoding === 'json' ? { encoding } : {}) }));
  let place: Tile = { x: joined.self.x, y: joined.self.y };
  let seq = 0;

  const accepted = (mine: number): Tile | undefined => {
    if (encoding === 'binary') {
      readFrames();
      return seen.frames.find((frame) => frame.ownStep?.seq === mine)?.ownStep;
    }
    return line.heard<Movement>('movement').find((movement) => movement.userId === joined.self.userId && movement.seq === mine);
  };
  const step = async (to: Tile): Promise<'accepted' | Rejection> => {
    seq += 1;
    const mine = seq;
    line.tell('move', { seq: mine, ...to });
    const outcome = await vi.waitFor(
      () => {
        const found = accepted(mine) ?? line.heard<Rejection>('movement-rejected').find((each) => each.seq === mine);
        if (!found) throw new Error(`step ${mine} was neither accepted nor rejected`);
        return found;
      },
      { timeout: 8_000, interval: 5 },
    );
    place = { x: outcome.x, y: outcome.y };
    if ('reason' in outcome) return outcome as Rejection;
    expect(place).toEqual(to);
    return 'accepted';
  };

  return {
    line,
    joined,
    at: () => place,
    step,
    walk: async (dx, dy) => {
      for (;;) {
        const outcome = await step({ x: place.x + dx, y: place.y + dy });
        if (outcome === 'accepted' || outcome.reason !== 'too_fast') return outcome;
        // What is too fast now is not when a step's worth of time has gone by.
        await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      }
    },
    get seen() {
      readFrames();
      return seen;
    },
  };
}
