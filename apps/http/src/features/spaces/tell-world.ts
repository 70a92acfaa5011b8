import { socketRooms } from '@metaverse/service-kit';
import type { Sockets } from '../../sockets.ts';

/** Puts everybody out of a space that is gone, wherever they are connected. */
export function closeWorld({ world, chat }: Sockets, spaceId: string): void {
  const room = socketRooms.space(spaceId);
  world.in(room).emit('kicked', { reason: 'space-deleted' });
  world.in(room).disconnectSockets(true);
  chat.in(room).socketsLeave(room);
}

/** Puts people out of a space that they may not be in any more; they no longer hear of its rooms either. */
export function putOut({ world, chat }: Sockets, input: { spaceId: string; userIds: readonly string[] }): void {
  for (const userId of input.userIds) {
    const player = socketRooms.player(input.spaceId, userId);
    world.in(player).emit('kicked', { reason: 'removed' });
    world.in(player).disconnectSockets(true);
    chat.in(socketRooms.user(userId)).socketsLeave(socketRooms.space(input.spaceId));
  }
}
