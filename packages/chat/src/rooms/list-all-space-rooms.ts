import { type Chatroom, PAGE_LIMIT_MAX } from '@metaverse/contracts';
import type { Actor } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { listSpaceRooms } from './list-space-rooms.ts';

/** All that `listSpaceRooms` gives page by page. Throws `not_found`. */
export async function listAllSpaceRooms(chat: Pick<Chat, 'db'>, actor: Actor, spaceId: string): Promise<Chatroom[]> {
  const rooms: Chatroom[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await listSpaceRooms(chat, actor, { spaceId, page: { limit: PAGE_LIMIT_MAX, cursor: cursor ?? undefined } });
    rooms.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rooms;
}
