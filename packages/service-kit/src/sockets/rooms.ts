/** Names of the Socket.IO rooms that services address each other's connections by. */
export const socketRooms = {
  user: (userId: string): string => `user:${userId}`,
  session: (sessionId: string): string => `session:${sessionId}`,
  space: (spaceId: string): string => `space:${spaceId}`,
  /** The connections of one person in one space's world. */
  player: (spaceId: string, userId: string): string => `player:${spaceId}:${userId}`,
  room: (roomId: string): string => `room:${roomId}`,
} as const;

/** The ids of one kind of room among the rooms that a socket is in. */
export function roomIdsAmong(names: Iterable<string>, kind: 'room' | 'space'): string[] {
  const prefix = socketRooms[kind]('');
  return [...names].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}
