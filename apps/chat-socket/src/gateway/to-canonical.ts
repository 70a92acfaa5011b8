import { newId } from '@metaverse/db';

const isObject = (payload: unknown): payload is Record<string, unknown> =>
  typeof payload === 'object' && payload !== null && !Array.isArray(payload);

/** The payload of an alternate event as its canonical one has it: `chatroomId` is read as `roomId`, a missing `clientMessageId` is made. */
export function toCanonical(payload: unknown): unknown {
  if (!isObject(payload)) return payload;
  const { chatroomId, ...rest } = payload;
  return { ...(chatroomId === undefined ? {} : { roomId: chatroomId }), clientMessageId: newId(), ...rest };
}
