import { newId } from '@metaverse/db';
import { eventually } from '@metaverse/test-kit';
import { expect, it } from 'vitest';
import { ownerOf, snapshotOf } from '../harness/lease.ts';
import { makePeople, makeSpace, type Person } from '../harness/people.ts';
import { outboxSize, storedIn, upTo } from '../harness/stored.ts';
import type { Service, System } from '../harness/system.ts';
import { readPublished } from '../harness/topic.ts';
import { openWorldLine } from '../harness/world-line.ts';
import { keepWriting, ofSender, openWriter } from '../harness/writer.ts';

const WITHIN_MS = 5_000;
const WRITERS = 6;
const SERVICES: readonly Service[] = ['chat-socket-1', 'http', 'kafka-consumer', 'game-state-1', 'game-state-2', 'chat-socket-2'];

/** Asks a process to end. @returns how it did, and that it was in time. */
async function terminate(system: System, name: Service): Promise<{ how: string; isInTime: boolean }> {
  const startedAt = performance.now();
  system.process(name).kill('SIGTERM');
  const how = await system.process(name).exited;
  return { how, isInTime: performance.now() - startedAt < WITHIN_MS };
}

/** Posts over HTTP, one message after the other, until told to stop. @returns the ids of those that were acknowledged. */
function keepPosting({ api }: Person, roomId: string): () => Promise<string[]> {
  const acknowledged: string[] = [];
  let isOver = false;
  const post = async (): Promise<void> => {
    while (!isOver) {
      const body = { clientMessageId: newId(), content: 'posted' };
      await api.sendMessage({ params: { id: roomId }, body }).then(
        ({ id }) => acknowledged.push(id),
        () => undefined,
      );
    }
  };
  const posting = post();
  return async () => {
    isOver = true;
    await posting;
    return acknowledged;
  };
}

export const shutdownCases = (theSystem: () => System): void => {
  it(
    'every service ends within five seconds when asked, with code 0 and nothing acknowledged lost, while people write',
    { timeout: 240_000 },
    async () => {
      const system = theSystem();
      const [poster, ...people] = await makePeople(system, 1 + WRITERS);
      if (!poster) throw new Error('nobody was made');
      const { space, room } = await makeSpace(poster);
      const writers = await Promise.all(people.map((person) => openWriter(system, person, { spaceId: space.id, roomId: room.id })));
      const endPosting = keepPosting(poster, room.id);
      const rest = keepWriting(writers, 60);

      for (const name of SERVICES) {
        const goal = Math.max(...writers.map(({ written }) => written.length)) + 20;
        await eventually(() => writers.every(({ written }) => written.length >= goal), { timeoutMs: 20_000 });
        expect(await terminate(system, name)).toEqual({ how: `${name} ended with code 0`, isInTime: true });
        await system.process(name).restart();
      }
      rest();
      const posted = await endPosting();
      await Promise.all(writers.map((writer) => writer.settled()));

      const stored = await storedIn(system, room.id);
      expect(stored.map(({ seq }) => seq)).toEqual(upTo(stored.length));
      for (const { person, written } of writers) expect(ofSender(stored, person)).toEqual(written);
      const ids = new Set(stored.map(({ id }) => id));
      expect(posted.length).toBeGreaterThan(0);
      expect(posted.filter((id) => !ids.has(id))).toEqual([]);
      await eventually(async () => expect(await outboxSize(system)).toBe(0), { timeoutMs: 60_000 });
      const published = await readPublished(system.kafkaBrokers, room.id);
      expect(new Set(published.map(({ messageId }) => messageId))).toEqual(ids);
      for (const writer of writers) writer.stop();
    },
  );

  it('an owner that is asked to end leaves its spaces free at once, with people stored where they stood', async () => {
    const system = theSystem();
    const [ada, bob] = await makePeople(system, 2);
    if (!ada || !bob) throw new Error('two were asked for');
    const { space } = await makeSpace(ada);
    await bob.api.joinSpace({ params: { id: space.id } });
    const line = await openWorldLine(system.url, ada, space.id);
    const spot = { x: line.self.x + 1, y: line.self.y };
    const { owner, other, fence } = await ownerOf(system, space.id);
    await eventually(() => line.frames.length > 0);
    const framesBefore = line.frames.length;
    line.move({ ...spot, seq: 1 });
    await eventually(() => line.frames.length > framesBefore);

    owner.kill('SIGTERM');
    expect(await owner.exited).toBe(`${owner.name} ended with code 0`);
    expect(line.events.slice(-1)).toEqual(['moved-away']);
    expect((await snapshotOf(system, space.id))?.positions[ada.id]).toMatchObject(spot);
    const back = await openWorldLine(system.url, ada, space.id);
    expect(back.self).toMatchObject(spot);
    expect(await ownerOf(system, space.id)).toMatchObject({ owner: { name: other.name }, fence: fence + 1 });
    back.close();
    await owner.restart();
  });
};
