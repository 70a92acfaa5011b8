import { eventually } from '@metaverse/test-kit';
import { expect, it } from 'vitest';
import { type ChatLine, openChatLine } from '../harness/chat-line.ts';
import { blockedOn, endConnectionsOf, holdingRows } from '../harness/locks.ts';
import { makePerson, makeSpace } from '../harness/people.ts';
import { outboxSize, storedIn, upTo } from '../harness/stored.ts';
import { crash, type System, urlOf } from '../harness/system.ts';
import { countPublished, readPublished } from '../harness/topic.ts';

const DRAIN = { timeoutMs: 60_000 };

type Scene = { system: System; line: ChatLine; roomId: string };

async function prepare(system: System): Promise<Scene> {
  const owner = await makePerson(system);
  const { room } = await makeSpace(owner);
  return { system, line: await openChatLine(urlOf(system.process('chat-socket-1')), owner), roomId: room.id };
}

const write = ({ line, roomId }: Scene, count: number) => Promise.all(upTo(count).map((number) => line.send(roomId, `message ${number}`)));

/** Everything stored is in the log, what is there twice is the same envelope, and the first of each come in order. @returns how many came again. */
async function expectAllPublished({ system, roomId }: Scene): Promise<number> {
  await eventually(async () => expect(await outboxSize(system)).toBe(0), DRAIN);
  const published = await readPublished(system.kafkaBrokers, roomId);
  const envelopes = new Map(published.map(({ messageId, envelopeId }) => [messageId, envelopeId]));
  expect(published.filter(({ messageId, envelopeId }) => envelopes.get(messageId) !== envelopeId)).toEqual([]);
  expect([...envelopes.keys()]).toEqual((await storedIn(system, roomId)).map(({ id }) => id));
  expect(new Set(envelopes.values()).size).toBe(envelopes.size);
  return published.length - envelopes.size;
}

export const relayCases = (theSystem: () => System): void => {
  it('killed between publishing and noting it, it publishes the same envelopes again', async () => {
    const scene = await prepare(theSystem());
    const { system, line } = scene;
    const relay = system.process('kafka-consumer');
    await crash(relay);
    await write(scene, 600);
    const waiting = await outboxSize(system);
    expect(waiting).toBeGreaterThanOrEqual(600);

    const before = await countPublished(system.kafkaBrokers);
    await holdingRows(system, 'SELECT id FROM outbox FOR UPDATE', async () => {
      await relay.restart();
      await eventually(() => blockedOn(system, 'DELETE FROM outbox'), DRAIN);
      expect(await countPublished(system.kafkaBrokers)).toBeGreaterThan(before);
      await crash(relay);
      await endConnectionsOf(system, 'outbox-relay');
    });
    expect(await outboxSize(system)).toBe(waiting);

    await relay.restart();
    expect(await expectAllPublished(scene)).toBeGreaterThan(0);
    line.close();
  });

  it('killed again and again while people write, it loses nothing', async () => {
    const scene = await prepare(theSystem());
    const { system, line } = scene;
    const relay = system.process('kafka-consumer');
    for (let round = 0; round < 3; round += 1) {
      const before = await countPublished(system.kafkaBrokers);
      const writing = write(scene, 400);
      await eventually(async () => (await countPublished(system.kafkaBrokers)) > before, DRAIN);
      await crash(relay);
      await writing;
      await relay.restart();
    }
    expect(await storedIn(system, scene.roomId)).toHaveLength(1_200);
    await expectAllPublished(scene);
    line.close();
  });
};
