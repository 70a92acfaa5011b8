import { socketRooms } from '@metaverse/service-kit';
import type { Sockets } from '../../sockets.ts';

/** Puts everybody out of a space that is gone, wherever they are connected. */
export function closeWorld({ world, chat }: Sockets, spaceId: string): void {
  const room = socketRooms.space(spaceId);
  world.in(room).emit('kicked', { reason: 'space-deleted' });
  world.in(room).disconnectSockets(true);
  chat.in(room).socketsLeave(room);
}

/** Puts everybody but the members out of a space that became private; they no longer hear of its rooms either. */
export function putOutStrangers({ world, chat }: Sockets, input: { spaceId: string; memberIds: readonly string[] }): void {
  const room = socketRooms.space(input.spaceId);
  const members = input.memberIds.map(socketRooms.user);
  world.in(room).except(members).emit('kicked', { reason: 'removed' });
  world.in(room).except(members).disconnectSockets(true);
  chat.in(room).except(members).socketsLeave(room);
}

/** Puts one person out of a space that they may not be in any more, and out of no other. */
export function putOut({ world, chat }: Sockets, { spaceId, userId }: { spaceId: string; userId: string }): void {
  const player = socketRooms.player(spaceId, userId);
  world.in(player).emit('kicked', { reason: 'removed' });
  world.in(player).disconnectSockets(true);
  chat.in(socketRooms.user(userId)).socketsLeave(socketRooms.space(spaceId));
}
