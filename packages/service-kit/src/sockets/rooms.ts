/** Names of the Socket.IO rooms that services address each other's connections by. */
export const socketRooms = {
  user: (userId: string): string => `user:${userId}`,
  session: (sessionId: string): string => `session:${sessionId}`,
  space: (spaceId: string): string => `space:${spaceId}`,
  /** The connections of one person in one space's world. */
  player: (spaceId: string, userId: string): string => `player:${spaceId}:${userId}`,
  room: (roomId: string): string => `room:${roomId}`,
} as const;
