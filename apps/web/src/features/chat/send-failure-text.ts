import type { Failure } from '@metaverse/client';

const reasons: Partial<Record<Failure['code'], string>> = {
  muted: 'Not sent: you are muted here.',
  forbidden: 'Not sent: you may not write in this room.',
  banned: 'Not sent: you may not write in this room.',
  not_found: 'Not sent: the room is not there any more.',
  invalid_payload: 'Not sent: the server cannot take this text.',
  payload_too_large: 'Not sent: this is too long.',
};

/** Why a message was not taken, in words for who wrote it. */
export const sendFailureText = ({ code }: Failure): string => reasons[code] ?? 'Not sent.';
