import { ApiError } from '@metaverse/client';
import { newId } from '@metaverse/db';
import { eventually } from '@metaverse/test-kit';
import { expect, it } from 'vitest';
import { type ChatLine, openChatLine, Refused } from '../harness/chat-line.ts';
import { makePeople, makeSpace, type Person } from '../harness/people.ts';
import { countedIn, outboxSize, storedIn, upTo } from '../harness/stored.ts';
import { healthOf, type System, urlOf } from '../harness/system.ts';
import { readPublished } from '../harness/topic.ts';
import { keepWriting, ofSender, openWriter } from '../harness/writer.ts';

const SOON = { timeoutMs: 20_000 };
const LATER = { timeoutMs: 75_000 };

type Scene = { system: System; writer: ChatLine; listener: ChatLine; author: Person; reader: Person; spaceId: string; roomId: string };

/** Two people in a room, each on another instance. */
async function prepare(system: System): Promise<Scene> {
  const [author, reader] = await makePeople(system, 2);
  if (!author || !reader) throw new Error('two were asked for');
  const { space, room } = await makeSpace(author);
  const writer = await openChatLine(urlOf(system.process('chat-socket-1')), author);
  const listener = await openChatLine(urlOf(system.process('chat-socket-2')), reader);
  await listener.listen(room.id);
  return { system, writer, listener, author, reader, spaceId: space.id, roomId: room.id };
}

/** So many messages, every other one over HTTP, each acknowledged. */
async function write({ writer, author, roomId }: Scene, count: number): Promise<void> {
  for (const number of upTo(count)) {
    const content = `message ${number}`;
    if (number % 2 === 0) await writer.send(roomId, content);
    else await author.api.sendMessage({ params: { id: roomId }, body: { content, clientMessageId: newId() } });
  }
}

const codeOf = (thrown: unknown): string => (thrown instanceof ApiError || thrown instanceof Refused ? thrown.code : String(thrown));
const refusalOf = (attempt: Promise<unknown>): Promise<string> => attempt.then(() => 'none', codeOf);
const pidsOf = ({ processes }: System): number[] => processes.map(({ pid }) => pid);
const sockets = ['chat-socket-1', 'chat-socket-2'] as const;

export const storeCases = (theSystem: () => System): void => {
  it('Redis gone: what is acknowledged arrives on the other instance all the same, each once and in order', async () => {
    const scene = await prepare(theSystem());
    const { system, listener, roomId } = scene;
    const heard = () => listener.heard.map(({ seq }) => seq);
    await write(scene, 4);
    await eventually(() => expect(heard()).toEqual(upTo(4)), SOON);
    const pids = pidsOf(system);

    await system.servers.redis.kill('SIGKILL');
    const statusOf = async (name: (typeof sockets)[number]) => {
      const { status, dependencies } = await healthOf(system.process(name));
      return [status, dependencies['redis']?.status];
    };
    for (const name of sockets) await eventually(async () => expect(await statusOf(name)).toEqual(['degraded', 'degraded']), SOON);
    await write(scene, 20);
    expect(await storedIn(system, roomId)).toHaveLength(24);
    await eventually(() => expect(heard()).toEqual(upTo(24)), SOON);

    await system.servers.redis.restart();
    for (const name of sockets) await eventually(async () => expect(await statusOf(name)).toEqual(['ok', 'ok']), SOON);
    await write(scene, 10);
    await eventually(() => expect(heard()).toEqual(upTo(34)), SOON);
    expect((await storedIn(system, roomId)).map(({ seq }) => seq)).toEqual(upTo(34));
    expect(pidsOf(system)).toEqual(pids);
  });

  it('PostgreSQL gone: writing is refused as unavailable, and goes on by itself with every acknowledged message kept', async () => {
    const scene = await prepare(theSystem());
    const { system, writer, author, reader, roomId, spaceId } = scene;
    const patient = await Promise.all([author, reader].map((person) => openWriter(system, person, { spaceId, roomId })));
    const pids = pidsOf(system);
    const rest = keepWriting(patient, 50);
    await eventually(() => patient.every(({ written }) => written.length >= 20), SOON);

    await system.servers.postgres.kill('SIGQUIT');
    expect(await refusalOf(writer.send(roomId, 'into the void'))).toBe('unavailable');
    const body = () => ({ clientMessageId: newId(), content: 'into the void' });
    expect(await refusalOf(author.api.sendMessage({ params: { id: roomId }, body: body() }))).toBe('unavailable');
    for (const name of ['http', ...sockets] as const) expect((await healthOf(system.process(name))).status).toBe('down');
    await eventually(() => patient.every(({ written }) => written.length >= 80), SOON);
    await system.servers.postgres.restart();

    await eventually(() => writer.send(roomId, 'back again'), SOON);
    for (const name of ['http', ...sockets] as const)
      await eventually(async () => expect((await healthOf(system.process(name))).status).toBe('ok'), SOON);
    rest();
    await Promise.all(patient.map((each) => each.settled()));
    const stored = await storedIn(system, roomId);
    expect(stored.map(({ seq }) => seq)).toEqual(upTo(stored.length));
    for (const { person, written } of patient) {
      const mine = new Set(written.map(({ clientMessageId }) => clientMessageId));
      expect(ofSender(stored, person).filter(({ clientMessageId }) => mine.has(clientMessageId))).toEqual(written);
    }
    await eventually(async () => expect(await countedIn(system, spaceId)).toBe(stored.length), LATER);
    expect(pidsOf(system)).toEqual(pids);
    for (const each of patient) each.stop();
  });

  it('Kafka gone: people go on talking, and everything is published when it is back', { timeout: 240_000 }, async () => {
    const scene = await prepare(theSystem());
    const { system, listener, roomId, spaceId } = scene;
    const pids = pidsOf(system);
    const relay = system.process('kafka-consumer');
    await system.servers.kafka.kill('SIGKILL');
    await eventually(async () => expect((await healthOf(relay)).dependencies['kafka']?.status).toBe('degraded'), SOON);

    await write(scene, 30);
    await eventually(() => expect(listener.heard.map(({ seq }) => seq)).toEqual(upTo(30)), SOON);
    expect(await outboxSize(system)).toBeGreaterThanOrEqual(30);

    await system.servers.kafka.restart();
    await eventually(async () => expect(await outboxSize(system)).toBe(0), LATER);
    const published = await readPublished(system.kafkaBrokers, roomId);
    const envelopes = new Map(published.map(({ messageId, envelopeId }) => [messageId, envelopeId]));
    expect([...envelopes.keys()]).toEqual((await storedIn(system, roomId)).map(({ id }) => id));
    expect(published.filter(({ messageId, envelopeId }) => envelopes.get(messageId) !== envelopeId)).toEqual([]);
    await eventually(async () => expect(await countedIn(system, spaceId)).toBe(30), LATER);
    await eventually(async () => expect((await healthOf(relay)).status).toBe('ok'), SOON);
    expect(pidsOf(system)).toEqual(pids);
  });
};
