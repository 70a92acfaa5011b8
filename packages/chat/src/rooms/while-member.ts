import { withPgTransaction } from '@metaverse/db';
import type { Chat } from '../chat.ts';

export type RoomPosition = { lastSeq: number; revision: number };

/** A space is made private, and left, by who holds its row alone: until then, or from then on, this waits. */
const HOLD_SPACE = {
  name: 'hold-space-of-room',
  text: 'SELECT 1 FROM spaces JOIN chatrooms ON chatrooms.space_id = spaces.id WHERE chatrooms.id = $1 FOR SHARE OF spaces',
};

const HOLD_MEMBERSHIP = {
  name: 'hold-membership',
  text: `
    SELECT room.last_seq AS "lastSeq", room.revision
    FROM chatroom_members AS member JOIN chatrooms AS room ON room.id = member.room_id
      LEFT JOIN spaces AS space ON space.id = room.space_id
    WHERE member.room_id = $1 AND member.user_id = $2
      AND (space.visibility IS DISTINCT FROM 'private'
        OR EXISTS (SELECT 1 FROM space_members AS inside WHERE inside.space_id = space.id AND inside.user_id = member.user_id))
    FOR KEY SHARE OF member`,
};

/**
 * Runs `act` while nobody can end the membership: what ends it waits until `act` has run, so that whoever removes a person
 * finds everything that `act` began. Null, without running it, for who is no member, or may not see the room's space any more.
 */
export const whileMember = (
  { db }: Pick<Chat, 'db'>,
  member: { roomId: string; userId: string },
  act: (position: RoomPosition) => void,
): Promise<RoomPosition | null> =>
  withPgTransaction(db.pool, async (client) => {
    await client.query({ ...HOLD_SPACE, values: [member.roomId] });
    const { rows } = await client.query<RoomPosition>({ ...HOLD_MEMBERSHIP, values: [member.roomId, member.userId] });
    const position = rows[0];
    if (!position) return null;
    act(position);
    return position;
  });
