import { withPgTransaction } from '@metaverse/db';
import type { Chat } from '../chat.ts';

export type RoomPosition = { lastSeq: number; revision: number };

const HOLD_MEMBERSHIP = {
  name: 'hold-membership',
  text: `
    SELECT room.last_seq AS "lastSeq", room.revision
    FROM chatroom_members AS member JOIN chatrooms AS room ON room.id = member.room_id
    WHERE member.room_id = $1 AND member.user_id = $2
    FOR KEY SHARE OF member`,
};

/**
 * Runs `act` while nobody can end the membership: what ends it waits until `act` has run, so that whoever removes a person
 * finds everything that `act` began. Null, without running it, for who is no member.
 */
export const whileMember = (
  { db }: Pick<Chat, 'db'>,
  member: { roomId: string; userId: string },
  act: (position: RoomPosition) => void,
): Promise<RoomPosition | null> =>
  withPgTransaction(db.pool, async (client) => {
    const { rows } = await client.query<RoomPosition>({ ...HOLD_MEMBERSHIP, values: [member.roomId, member.userId] });
    const position = rows[0];
    if (!position) return null;
    act(position);
    return position;
  });
