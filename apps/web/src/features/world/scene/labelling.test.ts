import type { Player } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { labelledPeople } from './labelling.ts';
import type { DrawnPerson } from './people.ts';

const person = (userId: string, x: number, isMe = false): DrawnPerson => {
  const player: Player = {
    userId,
    username: userId,
    displayName: userId,
    avatar: { id: null, look: null, imageUrl: null },
    x,
    y: 0,
    direction: 'down',
    presence: 'online',
  };
  const motion = { x, y: 0, direction: 'down', isWalking: false } as const;
  return { player, isMe, motion, posture: { x, y: 0, direction: 'down', action: 'stand', frame: 0 } };
};

const ids = (people: readonly DrawnPerson[]): string[] => people.map(({ player }) => player.userId);

describe('names', () => {
  it('are shown for everybody where there is room', () => {
    const people = Array.from({ length: 40 }, (_, index) => person(`p${index}`, index));
    expect(labelledPeople(people, () => false)).toHaveLength(40);
  });

  it('are kept by the near, the speaking and oneself in a crowd', () => {
    const crowd = Array.from({ length: 60 }, (_, index) => person(`p${index}`, 10 + index));
    const kept = ids(labelledPeople([person('me', 8, true), ...crowd], (id) => id === 'p50'));
    expect(kept).toEqual(['me', 'p0', 'p1', 'p2', 'p50']);
  });
});
