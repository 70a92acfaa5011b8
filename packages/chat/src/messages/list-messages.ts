import type { HistoryQuery, Message, Page } from '@metaverse/contracts';
import { type Actor, invalidPayload } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { readWindow, type Window } from './read-window.ts';

/** `before:40` goes on towards the beginning, `after:40` towards the end. */
const CURSOR = /^(before|after):(\d{1,10})$/;

/** A page of a room's history, ascending by `seq`; `nextCursor` goes on in the direction that was asked for. Throws `not_found`. */
export async function listMessages(
  chat: Pick<Chat, 'db'>,
  actor: Actor,
  input: { roomId: string; query: HistoryQuery },
): Promise<Page<Message>> {
  const window = input.query.cursor === undefined ? input.query : { ...fromCursor(input.query.cursor), limit: input.query.limit };
  const { messages, hasMore } = await readWindow(chat, actor, { ...window, roomId: input.roomId });

  const isForward = window.afterSeq !== undefined;
  const edge = isForward ? messages.at(-1) : messages[0];
  return { items: messages, nextCursor: hasMore && edge ? `${isForward ? 'after' : 'before'}:${edge.seq}` : null };
}

function fromCursor(cursor: string): Pick<Window, 'beforeSeq' | 'afterSeq'> {
  const [, direction, seq] = CURSOR.exec(cursor) ?? [];
  if (seq === undefined) throw invalidPayload('cursor', 'was not given by this list');
  return direction === 'after' ? { afterSeq: Number(seq) } : { beforeSeq: Number(seq) };
}
