import type { Player } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { createPeople, type WorldSource } from './people.ts';

const player = (userId: string, x: number): Player => ({
  userId,
  username: userId,
  displayName: userId,
  avatar: { id: null, look: null, imageUrl: null },
  x,
  y: 1,
  direction: 'down',
  presence: 'online',
});
const at = (x: number, isWalking = false) => ({ x, y: 1, direction: 'right', isWalking }) as const;

const source = (players: readonly Player[], positions: Readonly<Record<string, ReturnType<typeof at>>>): WorldSource => ({
  players: { getSnapshot: () => players, subscribe: () => () => undefined },
  self: () => player('me', 9),
  ownPosition: () => at(8.5, true),
  positionOf: (userId) => positions[userId] ?? null,
});

describe('the people in view', () => {
  it('are drawn where they are sampled, oneself by prediction and last', () => {
    const drawn = createPeople(() => undefined).draw(source([player('mira', 3)], { mira: at(2.25, true) }), 0);
    expect(drawn.map(({ player: { userId }, isMe, motion }) => ({ userId, isMe, x: motion.x }))).toEqual([
      { userId: 'mira', isMe: false, x: 2.25 },
      { userId: 'me', isMe: true, x: 8.5 },
    ]);
  });

  it('are not drawn when nobody knows where they are', () => {
    const drawn = createPeople(() => undefined).draw(source([player('mira', 3)], {}), 0);
    expect(drawn.map(({ player: { userId } }) => userId)).toEqual(['me']);
  });

  it('begin anew when they come back: an old walk is not gone on with', () => {
    const people = createPeople(() => undefined);
    const mira = player('mira', 3);
    people.draw(source([mira], { mira: at(2.5, true) }), 0);
    people.draw(source([], {}), 10);
    const [drawn] = people.draw(source([mira], { mira: at(3) }), 20);
    expect(drawn?.posture.action).toBe('stand');
  });
});
