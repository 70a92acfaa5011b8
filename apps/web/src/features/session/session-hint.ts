import type { SessionHint } from '@metaverse/client';

const KEY = 'signed-in';

/**
 * Remembers in this browser that somebody is signed in, so that a first visit asks the server for nothing.
 * Where storage is closed to us it always says yes: asking in vain is better than forgetting somebody.
 */
export const createSessionHint = (storage: () => Storage): SessionHint => ({
  read() {
    try {
      return storage().getItem(KEY) !== null;
    } catch {
      return true;
    }
  },
  write(isSignedIn) {
    try {
      if (isSignedIn) storage().setItem(KEY, 'yes');
      else storage().removeItem(KEY);
    } catch {
      // Private windows may refuse storage; the session then lasts as long as the page.
    }
  },
});
