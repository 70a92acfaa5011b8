import { type Envelope, messageTopic } from '@metaverse/contracts';
import type { Db } from '@metaverse/db';
import type { Handler } from '../handler.ts';
import { countMessages, type RoomPosition } from './count-messages.ts';

const MESSAGE_SENT = 'message.sent';
const contract = messageTopic.types[MESSAGE_SENT];

/** Counts messages per space and hour, for the dashboard's cards. */
export const activityHandler = (db: Db): Handler => ({
  topics: [messageTopic.name],
  handle: async (batch) => countMessages(db, lastOfEachRoom(batch)),
});

/** How far each room has come, as the events say it. Throws for an event whose payload is not what its type declares. */
function lastOfEachRoom(batch: readonly Envelope[]): RoomPosition[] {
  const positions = new Map<string, number>();
  for (const { type, payload } of batch) {
    if (type !== MESSAGE_SENT) continue;
    const { roomId, seq } = contract.payload.parse(payload).message;
    positions.set(roomId, Math.max(seq, positions.get(roomId) ?? 0));
  }
  return [...positions].map(([roomId, seq]) => ({ roomId, seq }));
}
