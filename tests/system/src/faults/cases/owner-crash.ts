import { createWorld, until, type World } from '@metaverse/client';
import { eventually } from '@metaverse/test-kit';
import { gridOfSpace, STEP_MS } from '@metaverse/world-core';
import { expect, it } from 'vitest';
import { leaseOf, ownerOf, snapshotOf } from '../harness/lease.ts';
import { makePeople, makeSpace, type Person } from '../harness/people.ts';
import { crash, type System } from '../harness/system.ts';

/** Until a space whose owner was killed is served again. */
const BACK_WITHIN_MS = 10_000;
const GOALS = [
  { x: 3, y: 4 },
  { x: 12, y: 9 },
  { x: 20, y: 3 },
] as const;

type Walker = { person: Person; world: World };

export const ownerCrashCases = (theSystem: () => System): void => {
  it('[WO3] the owner of a space killed: the other serves it within ten seconds with a higher fence, everybody back where they stood', async () => {
    const system = theSystem();
    const people = await makePeople(system, GOALS.length);
    const [first] = people;
    if (!first) throw new Error('nobody was made');
    const { space } = await makeSpace(first);
    const walkers = await Promise.all(people.map((person) => enter(system, person, space.id)));
    await Promise.all(walkers.map(({ world }, index) => walk(world, GOALS[index] ?? GOALS[0])));
    const spots = Object.fromEntries(walkers.map(({ person }, index) => [person.id, GOALS[index]]));
    await eventually(async () => expect((await snapshotOf(system, space.id))?.positions).toMatchObject(spots), { timeoutMs: 10_000 });

    const { owner, other, fence } = await ownerOf(system, space.id);
    await crash(owner);
    const startedAt = performance.now();
    await eventually(
      async () => {
        expect((await leaseOf(system, space.id))?.owner).toMatch(other.name);
        expect(walkers.map(({ world }) => world.status.getSnapshot().isJoined)).toEqual([true, true, true]);
      },
      { timeoutMs: BACK_WITHIN_MS },
    );
    expect(performance.now() - startedAt).toBeLessThan(BACK_WITHIN_MS);
    expect((await ownerOf(system, space.id)).fence).toBeGreaterThan(fence);

    for (const { person, world } of walkers) {
      expect(world.self()).toMatchObject(spots[person.id] ?? {});
      const others = Object.fromEntries(Object.entries(spots).filter(([id]) => id !== person.id));
      await eventually(() => {
        const seen = world.players.getSnapshot().map(({ userId, x, y }) => [userId, { x, y }] as const);
        expect(Object.fromEntries(seen)).toEqual(others);
      });
    }
    await Promise.all(walkers.map(({ world }) => walk(world, { x: 10, y: 10 })));
    for (const { world } of walkers) world.stop();
    await owner.restart();
  });
};

async function enter(system: System, person: Person, spaceId: string): Promise<Walker> {
  await person.api.joinSpace({ params: { id: spaceId } });
  const grid = gridOfSpace(await person.api.getSpace({ params: { id: spaceId } }));
  const world = createWorld({ url: system.url, tokens: person.tokens, spaceId, grid });
  world.start();
  await until(world.status, ({ isJoined }) => isJoined);
  return { person, world };
}

/** Walks there as a browser does, step by step. */
async function walk(world: World, goal: { x: number; y: number }): Promise<void> {
  expect(world.walkTo(goal)).toBe(true);
  const arrived = () => {
    world.advance();
    expect(world.self()).toMatchObject(goal);
    expect(world.path()).toEqual([]);
  };
  await eventually(arrived, { timeoutMs: 30_000, intervalMs: STEP_MS / 4 });
}
