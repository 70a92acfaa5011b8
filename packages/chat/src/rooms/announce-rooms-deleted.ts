import { socketRooms } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';

/** After the commit that deleted them: tells who listens in the rooms, or in their space, that they are gone. */
export function announceRoomsDeleted(
  { broadcaster }: Pick<Chat, 'broadcaster'>,
  input: { spaceId: string; roomIds: readonly string[] },
): void {
  for (const roomId of input.roomIds) {
    broadcaster.tell({ to: [socketRooms.room(roomId), socketRooms.space(input.spaceId)], event: 'room-deleted', payload: { roomId } });
  }
}
