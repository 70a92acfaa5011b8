import { MESSAGE_COLUMNS, SENDER_COLUMNS, SENDER_JOIN } from '../messages/message-rows.ts';

// Prepared by name once per connection. Each is one round trip for a whole group of messages.

/** Serialises writers of the room over all processes. Joining, which only refers to the row, does not wait for it. */
export const LOCK_ROOM = {
  name: 'writer-lock-room',
  text: 'SELECT last_seq, space_id FROM chatrooms WHERE id = $1 FOR NO KEY UPDATE',
};

/** Those of the senders who may write: members of the room who have not lost sight of its space. */
export const FIND_SENDERS = {
  name: 'writer-find-senders',
  text: `
    SELECT u.id, ${SENDER_COLUMNS}
    FROM chatroom_members AS member JOIN chatrooms AS room ON room.id = member.room_id
      LEFT JOIN spaces AS space ON space.id = room.space_id
      JOIN users AS u ON u.id = member.user_id ${SENDER_JOIN}
    WHERE member.room_id = $1 AND member.user_id = ANY($2::uuid[])
      AND (space.visibility IS DISTINCT FROM 'private'
        OR EXISTS (SELECT 1 FROM space_members AS inside WHERE inside.space_id = space.id AND inside.user_id = u.id))`,
};

/** The limit holds the planner to the unique index, also where it was asked while the table was small. */
export const FIND_STORED = {
  name: 'writer-find-stored',
  text: `
    SELECT ${MESSAGE_COLUMNS}
    FROM unnest($1::uuid[], $2::uuid[]) AS sent (sender_id, client_message_id)
      CROSS JOIN LATERAL (
        SELECT * FROM messages AS stored
        WHERE stored.sender_id = sent.sender_id AND stored.client_message_id = sent.client_message_id
        LIMIT 1
      ) AS m`,
};

export const FIND_REPLIED_TO = {
  name: 'writer-find-replied-to',
  text: 'SELECT id FROM messages WHERE room_id = $1 AND id = ANY($2::uuid[])',
};

export const INSERT_MESSAGES = {
  name: 'writer-insert-messages',
  text: `
    WITH raised AS (UPDATE chatrooms SET last_seq = $2 WHERE id = $1)
    INSERT INTO messages (room_id, seq, id, sender_id, client_message_id, content, type, reply_to_id, created_at)
    SELECT $1, seq, id, sender_id, client_message_id, content, type, reply_to_id, $3
    FROM unnest($4::int[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::message_type[], $10::uuid[])
      AS fresh (seq, id, sender_id, client_message_id, content, type, reply_to_id)`,
};
