import type { Chatroom } from '@metaverse/contracts';
import type { Actor } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { loadRoom } from './load-room.ts';
import { presentRoom } from './rooms.presenter.ts';

/** A room as the actor sees it. Throws `not_found`. */
export async function getRoom({ db }: Pick<Chat, 'db'>, actor: Actor, roomId: string): Promise<Chatroom> {
  const { room, own } = await loadRoom(db.prisma, actor, roomId);
  return presentRoom(room, own);
}
