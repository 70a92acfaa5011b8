import type { Envelope } from '@metaverse/contracts';
import { newId } from '@metaverse/db';
import { outgoingEvent } from '@metaverse/service-kit';
import { createTestDatabase, makeChatroom, makeSpace, seededRandom, type TestDatabase } from '@metaverse/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activityHandler } from './activity.handler.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

const summary = (id: string) => ({ id, username: 'ada', displayName: 'Ada', avatar: { id: null, look: null, imageUrl: null } });

/** A room of a space with messages in it, and their events. */
async function roomWith(count: number, { isInSpace = true } = {}): Promise<{ spaceId: string; events: Envelope[] }> {
  const { prisma } = database.db;
  const space = await makeSpace(prisma);
  const room = await makeChatroom(prisma, { spaceId: isInSpace ? space.id : null, createdBy: space.ownerId, lastSeq: count });
  const events: Envelope[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const createdAt = new Date(Date.UTC(2026, 5, 1, 10, 0) + seq * 30 * 60_000);
    const row = { roomId: room.id, seq, id: newId(), senderId: space.ownerId, clientMessageId: newId(), content: 'hi', createdAt };
    await prisma.message.create({ data: row });
    const message = { ...row, sender: summary(row.senderId), type: 'text' as const, replyToId: null, editedAt: null, deletedAt: null };
    const payload = { message: { ...message, createdAt: createdAt.toISOString() }, spaceId: room.spaceId };
    events.push(outgoingEvent('message', { type: 'message.sent', payload }, { key: room.id, producer: 'test' }).envelope);
  }
  return { spaceId: space.id, events };
}

const counts = async (spaceId: string) => {
  const rows = await database.db.prisma.spaceActivity.findMany({ where: { spaceId }, orderBy: { hour: 'asc' } });
  return rows.map(({ hour, messages }) => `${hour.toISOString().slice(11, 16)} ${messages}`);
};
const handle = (batch: readonly Envelope[]) => activityHandler(database.db).handle(batch);

test('counts messages per space and hour of UTC', async () => {
  const { spaceId, events } = await roomWith(4);
  await handle(events.slice(0, 1));
  expect(await counts(spaceId)).toEqual(['10:00 1']);
  await handle(events.slice(1));
  expect(await counts(spaceId)).toEqual(['10:00 1', '11:00 2', '12:00 1']);
});

test('counts each message once, whatever comes twice, out of order, or at the same time', async () => {
  const { spaceId, events } = await roomWith(12);
  const random = seededRandom(3);
  const shuffled = [...events, ...events].map((envelope) => ({ envelope, at: random() })).sort((a, b) => a.at - b.at);
  const batches = [0, 6, 12, 18].map((start) => shuffled.slice(start, start + 6).map(({ envelope }) => envelope));
  await Promise.all(batches.map(handle));
  const expected = ['10:00 1', '11:00 2', '12:00 2', '13:00 2', '14:00 2', '15:00 2', '16:00 1'];
  expect(await counts(spaceId)).toEqual(expected);
  for (const batch of batches) await handle(batch);
  expect(await counts(spaceId)).toEqual(expected);
});

test('counts nothing when it dies before the commit, and everything when it is tried again', async () => {
  const { spaceId, events } = await roomWith(3);
  await database.db.pool.query(`ALTER TABLE handler_cursors ADD CONSTRAINT broken CHECK (seq = 0) NOT VALID`);
  await expect(handle(events)).rejects.toThrow();
  expect(await counts(spaceId)).toEqual([]);
  await database.db.pool.query('ALTER TABLE handler_cursors DROP CONSTRAINT broken');
  await handle(events);
  expect(await counts(spaceId)).toEqual(['10:00 1', '11:00 2']);
});

test('leaves rooms of no space alone, and refuses what is no message', async () => {
  const { spaceId, events } = await roomWith(2, { isInSpace: false });
  await handle(events);
  expect(await counts(spaceId)).toEqual([]);
  const [first] = events;
  await expect(handle(first ? [{ ...first, payload: { message: 'no' } }] : [])).rejects.toThrow();
});
