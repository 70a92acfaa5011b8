import type { Chatroom, Message, Presence, UserSummary } from '@metaverse/contracts';
import type { ConnectionState } from '../socket/connection.ts';
import type { Failure, PendingMessage } from './chat-state.ts';

/** One type per name, also when several names share their fields. */
type Of<T extends string, F = unknown> = T extends string ? { type: T } & F : never;
type InRoom = { roomId: string };

/** Everything that can happen to the chat: what the server tells, and what the person does. */
type ChatFact =
  | Of<'connection-changed', { state: ConnectionState }>
  | Of<'space-entered' | 'space-exited', { spaceId: string }>
  | Of<'space-listed', { spaceId: string; rooms: readonly Chatroom[] }>
  | Of<'space-failed', { spaceId: string; failure: Failure }>
  /** `isForMe`: an answer to me, so that `myRole` null means that I am no member. */
  | Of<'room-told', { room: Chatroom; isForMe: boolean }>
  | Of<'room-deleted', InRoom>
  | Of<'member-added' | 'member-removed', InRoom & { userId: string }>
  | RoomFact;

/** What happens inside one known room. */
export type RoomFact =
  | Of<'room-opened' | 'room-closed' | 'room-loading' | 'older-loading' | 'older-loaded' | 'older-failed' | 'listening-ended', InRoom>
  | Of<'room-failed', InRoom & { failure: Failure }>
  | Of<'listening-started', InRoom & { listeners: readonly UserSummary[]; lastSeq: number }>
  /** `isLatest`: the newest there are, so that a window may begin with them. */
  | Of<'page-loaded', InRoom & { messages: readonly Message[]; isLatest: boolean }>
  | Of<'message-received', InRoom & { message: Message }>
  | Of<'message-queued', InRoom & { pending: PendingMessage }>
  | Of<'message-refused', InRoom & { clientMessageId: string; failure: Failure }>
  | Of<'message-retried' | 'message-discarded', InRoom & { clientMessageId: string }>
  | Of<'read', InRoom & { seq: number }>
  | Of<'listener-joined' | 'listener-left', InRoom & { user: UserSummary }>
  | Of<'typing-started', InRoom & { userId: string; username: string; now: number }>
  | Of<'typing-ended', InRoom & { userId: string }>
  | Of<'clock-advanced', InRoom & { now: number }>;

/** What the chat as a whole is told; presence belongs to no room. */
export type ChatEvent = ChatFact | Of<'presence-changed', { userId: string; presence: Presence }>;
