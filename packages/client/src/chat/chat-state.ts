import type { Chatroom, Message, Presence, UserSummary } from '@metaverse/contracts';
import type { FailureCode } from '../http/api-error.ts';
import type { ConnectionState } from '../socket/connection.ts';

/** Why something did not work, as far as a person needs to know. */
export type Failure = { code: FailureCode; message: string };

/** A message of mine that the server has not confirmed in its place yet. */
export type PendingMessage = {
  clientMessageId: string;
  roomId: string;
  content: string;
  /** Milliseconds since 1970, by this machine's clock. */
  writtenAt: number;
  /** `sent` is stored, but messages before it are still on their way. */
  status: 'sending' | 'sent' | 'failed';
  failure: Failure | null;
};

export type Typist = { userId: string; username: string; /** Milliseconds since 1970. */ until: number };

export type RoomState = {
  room: Chatroom;
  /** Messages without a gap between first and last, ascending by `seq`. */
  messages: readonly Message[];
  /** Received, but with a gap before them that is being filled. */
  ahead: readonly Message[];
  /** My own that are not among `messages`, in the order of writing. */
  pending: readonly PendingMessage[];
  /** `seq` of the last message that exists, as far as is known. */
  lastSeq: number;
  /** `seq` up to which I have read. */
  readSeq: number;
  /** While the room is open: what comes after this `seq` was new when it was opened. */
  unreadAfterSeq: number | null;
  isOpen: boolean;
  isListening: boolean;
  /** Whether `messages` holds the room's latest window; before that it is empty. */
  isLoaded: boolean;
  loadFailure: Failure | null;
  older: 'idle' | 'loading' | 'failed';
  listeners: readonly UserSummary[];
  typists: readonly Typist[];
};

type SpaceRooms = { status: 'loading' | 'ready' | 'failed'; failure: Failure | null };

export type ChatState = {
  connection: ConnectionState;
  /** Id of the signed-in person. */
  me: string;
  rooms: Readonly<Record<string, RoomState>>;
  /** The spaces whose rooms are followed. */
  spaces: Readonly<Record<string, SpaceRooms>>;
  presences: Readonly<Record<string, Presence>>;
};

export const emptyChat = (me: string): ChatState => ({ connection: 'idle', me, rooms: {}, spaces: {}, presences: {} });

export const emptyRoom = (room: Chatroom): RoomState => ({
  room,
  messages: [],
  ahead: [],
  pending: [],
  lastSeq: room.lastSeq,
  readSeq: room.myReadSeq ?? 0,
  unreadAfterSeq: null,
  isOpen: false,
  isListening: false,
  isLoaded: false,
  loadFailure: null,
  older: 'idle',
  listeners: [],
  typists: [],
});
