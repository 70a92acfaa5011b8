import type { Player } from '@metaverse/contracts';
import type { FailureCode } from '../http/api-error.ts';
import type { ConnectionState } from '../socket/connection.ts';

/** Why there is no way back into the space by itself. */
export type WorldEnd =
  /** Removed, or taken over by another tab (`reason: "taken-over"`). */
  | { kind: 'kicked'; reason: string }
  /** The server does not let one in. */
  | { kind: 'refused'; code: FailureCode; message: string };

/** What changes seldom about one's stay in a space. */
export type WorldStatus = {
  connection: ConnectionState;
  /** Whether one stands in the space now. */
  isJoined: boolean;
  /** Oneself as the last join told; the place is where one stood then. */
  self: Player | null;
  /** Differs from the version of the map that is drawn: fetch the space again and call `setGrid`. */
  mapVersion: number | null;
  end: WorldEnd | null;
};

export const freshStatus: WorldStatus = { connection: 'idle', isJoined: false, self: null, mapVersion: null, end: null };
