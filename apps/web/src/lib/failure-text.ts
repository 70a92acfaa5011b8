import { ApiError } from '@metaverse/client';

const wait = (seconds: number): string => {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
};

/** What happened and what to do, in words for the person at the screen. */
export function failureText(error: unknown): string {
  if (!(error instanceof ApiError)) return 'Something tripped backstage. Try again in a moment.';
  switch (error.code) {
    case 'network':
      return 'No answer came. Check your connection, then try again.';
    case 'rate_limited':
      return error.retryAfterSeconds === undefined
        ? 'That was fast. Wait a moment, then go on.'
        : `That was fast. You can go on in ${wait(error.retryAfterSeconds)}.`;
    case 'unavailable':
      return 'The server is not ready. Try again in a moment.';
    case 'unauthenticated':
    case 'token_expired':
      return 'You are signed out. Sign in to go on.';
    case 'forbidden':
    case 'banned':
    case 'muted':
      return 'You may not do that here. Ask the owner of the space.';
    case 'not_found':
      return 'It is not there any more.';
    case 'internal':
      return `Something tripped backstage. Nothing you wrote is lost.${error.requestId === undefined ? '' : ` Request ${error.requestId}`}`;
    case 'invalid_payload':
    case 'conflict':
    case 'room_full':
    case 'space_full':
    case 'edit_window_closed':
    case 'payload_too_large':
      return `That did not work: ${error.message}.`;
    default:
      return error.code satisfies never;
  }
}
