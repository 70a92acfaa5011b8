import { eventually } from '@metaverse/test-kit';
import { expect, it } from 'vitest';
import { ownerOf, snapshotOf } from '../harness/lease.ts';
import { makePeople, makeSpace } from '../harness/people.ts';
import { figuresOf, type System, urlOf } from '../harness/system.ts';
import { openWorldLine, type WorldLine } from '../harness/world-line.ts';

export const ownerPauseCases = (theSystem: () => System): void => {
  it('[WO3] an owner paused past its lease wakes up to send no frame and to write no snapshot', async () => {
    const system = theSystem();
    const [ada, bob, eve] = await makePeople(system, 3);
    if (!ada || !bob || !eve) throw new Error('three were asked for');
    const { space } = await makeSpace(ada);
    await Promise.all([bob, eve].map(({ api }) => api.joinSpace({ params: { id: space.id } })));
    const old = system.process('game-state-1');
    const lines = [await openWorldLine(urlOf(old), ada, space.id), await openWorldLine(urlOf(old), bob, space.id)] as const;
    const spotOf = ({ self }: WorldLine, steps: number) => ({ x: self.x + steps, y: self.y });
    const stands = (line: WorldLine, steps: number) =>
      eventually(async () => {
        const snapshot = await snapshotOf(system, space.id);
        expect(snapshot?.positions[line.person.id]).toMatchObject(spotOf(line, steps));
        return snapshot;
      });
    lines[0].move({ ...spotOf(lines[0], 1), seq: 1 });
    await stands(lines[0], 1);
    const { fence } = await ownerOf(system, space.id);
    const before = await figuresOf(old);

    old.kill('SIGSTOP');
    // Asks for the space, and has it when the lease of the paused one has run out.
    const taker = await openWorldLine(urlOf(system.process('game-state-2')), eve, space.id);
    taker.move({ ...spotOf(taker, 1), seq: 1 });
    const taken = await stands(taker, 1);
    const now = await ownerOf(system, space.id);
    expect(now.owner.name).toBe('game-state-2');
    expect(now.fence).toBeGreaterThan(fence);
    expect(taken?.fence).toBe(now.fence);
    expect(taken?.positions[ada.id]).toMatchObject(spotOf(lines[0], 1));

    // What it finds when it wakes: steps that came while it slept.
    for (const [seq, steps] of [2, 3, 4].entries()) lines[0].move({ ...spotOf(lines[0], steps), seq: seq + 2 });
    const heardBefore = lines.map(({ events }) => events.length);
    old.kill('SIGCONT');
    await eventually(() => lines.every((line) => !line.isConnected()), { timeoutMs: 15_000 });
    const after = await figuresOf(old);

    expect(lines.map(({ events }, index) => events.slice(heardBefore[index]))).toEqual([['moved-away'], ['moved-away']]);
    expect(after('world_leases_lost_total') - before('world_leases_lost_total')).toBe(1);
    for (const name of ['world_frames_total', 'world_snapshots_total', 'world_moves_total'])
      expect([name, after(name)]).toEqual([name, before(name)]);
    expect(await snapshotOf(system, space.id)).toEqual(taken);
    taker.close();
  });
};
