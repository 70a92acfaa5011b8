import type { Message, MessageDraft, UserSummary } from '@metaverse/contracts';
import { insertOutboxPg, newId } from '@metaverse/db';
import { AppError, forbidden, notFound, outgoingEvent } from '@metaverse/service-kit';
import type pg from 'pg';
import { type MessageColumns, presentMessage, presentSender, type SenderColumns } from '../messages/message-rows.ts';
import { FIND_REPLIED_TO, FIND_SENDERS, FIND_STORED, INSERT_MESSAGES, LOCK_ROOM } from './statements.ts';

/** A message on its way into a room. */
export type Draft = { senderId: string; draft: MessageDraft; correlationId?: string | undefined };

export type Written = { kind: 'stored'; message: Message; isRepeated: boolean } | { kind: 'refused'; failure: AppError };

type Group = { roomId: string; drafts: readonly Draft[]; producer: string };
type Room = { last_seq: number; space_id: string | null };

const refused = (failure: AppError): Written => ({ kind: 'refused', failure });
const keyOf = (senderId: string, clientMessageId: string): string => `${senderId} ${clientMessageId}`;
const keyOfDraft = ({ senderId, draft }: Draft): string => keyOf(senderId, draft.clientMessageId);

/**
 * Writes a group of messages into one room, inside the transaction that `client` has open: gives `seq` in the order of the
 * group, stores rows and outbox. One outcome per draft, in the same order; what is refused leaves the others untouched.
 */
export async function writeGroup(client: pg.ClientBase, { roomId, drafts, producer }: Group): Promise<Written[]> {
  const locked = await client.query<Room>({ ...LOCK_ROOM, values: [roomId] });
  const room = locked.rows[0];
  if (!room) return drafts.map(() => refused(notFound('room')));

  // Looked up after the lock: what another writer of the room stored, or a removal took away, is seen now.
  const senders = await findSenders(client, roomId, drafts);
  const stored = await findStored(client, drafts);
  const repliedTo = await findRepliedTo(client, roomId, drafts);
  const judged = drafts.map((each) => judge(each, { roomId, senders, stored, repliedTo }));

  const fresh = firstOfEach(drafts.filter((_, index) => judged[index] === 'new'));
  const createdAt = new Date();
  const messages = new Map(
    fresh.map((each, index) => {
      const columns = toColumns(each, { roomId, seq: room.last_seq + 1 + index, createdAt });
      return [keyOfDraft(each), presentMessage(columns, senderOf(senders, each))];
    }),
  );
  await insertMessages(client, { roomId, lastSeq: room.last_seq + fresh.length, createdAt, messages: [...messages.values()] });
  const events = fresh.map((each) => toEvent(each, { message: messageOf(messages, each), spaceId: room.space_id, producer }));
  await insertOutboxPg(client, events);

  const isFirst = new Set(fresh);
  return drafts.map((each, index) => {
    const verdict = judged[index];
    if (verdict !== undefined && verdict !== 'new') return verdict;
    return { kind: 'stored', message: messageOf(messages, each), isRepeated: !isFirst.has(each) };
  });
}

type Known = {
  roomId: string;
  senders: ReadonlyMap<string, UserSummary>;
  stored: ReadonlyMap<string, MessageColumns>;
  repliedTo: ReadonlySet<string>;
};

function judge(each: Draft, { roomId, senders, stored, repliedTo }: Known): Written | 'new' {
  const sender = senders.get(each.senderId);
  if (!sender) return refused(forbidden('Join the room before you write in it.'));
  const earlier = stored.get(keyOfDraft(each));
  if (earlier && earlier.room_id !== roomId) return refused(new AppError('conflict', 'This clientMessageId was used in another room.'));
  if (earlier) return { kind: 'stored', message: presentMessage(earlier, sender), isRepeated: true };
  const { replyToId } = each.draft;
  if (replyToId && !repliedTo.has(replyToId)) return refused(notFound('message to reply to'));
  return 'new';
}

function firstOfEach(drafts: readonly Draft[]): Draft[] {
  const firsts = new Map<string, Draft>();
  for (const each of drafts) if (!firsts.has(keyOfDraft(each))) firsts.set(keyOfDraft(each), each);
  return [...firsts.values()];
}

async function findSenders(client: pg.ClientBase, roomId: string, drafts: readonly Draft[]): Promise<Map<string, UserSummary>> {
  const ids = [...new Set(drafts.map(({ senderId }) => senderId))];
  const { rows } = await client.query<SenderColumns & { id: string }>({ ...FIND_SENDERS, values: [roomId, ids] });
  return new Map(rows.map((row) => [row.id, presentSender(row.id, row)]));
}

async function findStored(client: pg.ClientBase, drafts: readonly Draft[]): Promise<Map<string, MessageColumns>> {
  const values = [drafts.map((each) => each.senderId), drafts.map((each) => each.draft.clientMessageId)];
  const { rows } = await client.query<MessageColumns>({ ...FIND_STORED, values });
  return new Map(rows.map((row) => [keyOf(row.sender_id, row.client_message_id), row]));
}

async function findRepliedTo(client: pg.ClientBase, roomId: string, drafts: readonly Draft[]): Promise<Set<string>> {
  const ids = drafts.flatMap(({ draft }) => draft.replyToId ?? []);
  if (ids.length === 0) return new Set();
  const { rows } = await client.query<{ id: string }>({ ...FIND_REPLIED_TO, values: [roomId, ids] });
  return new Set(rows.map(({ id }) => id));
}

type Fresh = { roomId: string; lastSeq: number; createdAt: Date; messages: readonly Message[] };

async function insertMessages(client: pg.ClientBase, { roomId, lastSeq, createdAt, messages }: Fresh): Promise<void> {
  if (messages.length === 0) return;
  const column = <K extends keyof Message>(name: K): Message[K][] => messages.map((message) => message[name]);
  const columns = (['seq', 'id', 'senderId', 'clientMessageId', 'content', 'type', 'replyToId'] as const).map(column);
  await client.query({ ...INSERT_MESSAGES, values: [roomId, lastSeq, createdAt, ...columns] });
}

const toColumns = ({ senderId, draft }: Draft, given: { roomId: string; seq: number; createdAt: Date }): MessageColumns => ({
  id: newId(),
  room_id: given.roomId,
  seq: given.seq,
  sender_id: senderId,
  client_message_id: draft.clientMessageId,
  content: draft.content,
  type: draft.type ?? 'text',
  reply_to_id: draft.replyToId ?? null,
  edited_at: null,
  deleted_at: null,
  created_at: given.createdAt,
});

const toEvent = (each: Draft, { message, spaceId, producer }: { message: Message; spaceId: string | null; producer: string }) =>
  outgoingEvent(
    'message',
    { type: 'message.sent', payload: { message, spaceId } },
    { key: message.roomId, producer, correlationId: each.correlationId },
  );

function messageOf(messages: ReadonlyMap<string, Message>, each: Draft): Message {
  const message = messages.get(keyOfDraft(each));
  if (!message) throw new Error('a draft that was judged new has no message');
  return message;
}

function senderOf(senders: ReadonlyMap<string, UserSummary>, each: Draft): UserSummary {
  const sender = senders.get(each.senderId);
  if (!sender) throw new Error('a draft that was judged new has no sender');
  return sender;
}
