import { eventually } from '@metaverse/test-kit';
import { expect, it } from 'vitest';
import { makePeople, makeSpace } from '../harness/people.ts';
import { storedIn, upTo } from '../harness/stored.ts';
import { crash, type System } from '../harness/system.ts';
import { keepWriting, ofSender, openWriter } from '../harness/writer.ts';

const WRITERS = 10;

export const chatCrashCases = (theSystem: () => System): void => {
  it('[CH5] an instance killed while people write: each message is stored once, in its writer’s order, and everybody gets all of them', async () => {
    const system = theSystem();
    const people = await makePeople(system, WRITERS);
    const [owner] = people;
    if (!owner) throw new Error('nobody was made');
    const { space, room } = await makeSpace(owner);
    const writers = await Promise.all(people.map((person) => openWriter(system, person, { spaceId: space.id, roomId: room.id })));
    const everybodyWrote = (count: number) =>
      eventually(() => writers.every(({ written }) => written.length >= count), { timeoutMs: 30_000 });

    const rest = keepWriting(writers, 40);
    for (const [round, name] of (['chat-socket-1', 'chat-socket-2'] as const).entries()) {
      await everybodyWrote(30 + round * 100);
      await crash(system.process(name));
      await everybodyWrote(60 + round * 100);
      await system.process(name).restart();
    }
    rest();
    await Promise.all(writers.map((writer) => writer.settled()));

    const stored = await storedIn(system, room.id);
    const total = writers.reduce((sum, { written }) => sum + written.length, 0);
    expect(stored.map(({ seq }) => seq)).toEqual(upTo(total));
    for (const { person, written } of writers) expect(ofSender(stored, person)).toEqual(written);
    for (const { chat } of writers) {
      const shown = () => (chat.store.getSnapshot().rooms[room.id]?.messages ?? []).map(({ seq }) => seq);
      await eventually(() => expect(shown().at(-1)).toBe(total), { timeoutMs: 20_000 });
      expect(shown()).toEqual(upTo(total).slice(-shown().length));
    }
    for (const writer of writers) writer.stop();
  });
};
