import { beforeAll } from 'vitest';
import type { Space } from '../../wire/shapes.ts';
import { enter, type Walker } from '../../wire/walker.ts';
import type { Person, Wire } from '../../wire/wire.ts';

/** Two people and an empty world; every case makes spaces and connections of its own, so that all may run at the same time. */
export type WorldScene = {
  readonly wire: Wire;
  readonly ada: Person;
  readonly bob: Person;
  /** One of Ada's, 20 × 20 unless told otherwise. */
  readonly newSpace: (fields?: Record<string, unknown>) => Promise<Space>;
};

/** Signs them up before the first case, and gives them from then on. */
export function worldScene(wire: () => Wire): () => WorldScene {
  let scene: WorldScene;
  beforeAll(async () => {
    const [ada, bob] = [await wire().person({ displayName: 'Ada' }), await wire().person({ displayName: 'Bob' })];
    scene = { wire: wire(), ada, bob, newSpace: async (fields = {}) => (await wire().space(ada, fields)).space };
  });
  return () => scene;
}

export const walk = async (person: Person, space: Space, encoding: 'json' | 'binary' = 'json'): Promise<Walker> =>
  enter(await person.world(space.id), space.id, encoding);

/** Whether a fact is about this person. */
export const isOf =
  (person: Person) =>
  ({ userId }: { userId: string }): boolean =>
    userId === person.id;

export const SIDES = [
  { dx: 1, dy: 0, direction: 'right' },
  { dx: -1, dy: 0, direction: 'left' },
  { dx: 0, dy: 1, direction: 'down' },
  { dx: 0, dy: -1, direction: 'up' },
];
