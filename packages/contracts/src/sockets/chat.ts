import { z } from 'zod';
import { Chatroom } from '../entities/chatroom.ts';
import { Message, MessageDraft } from '../entities/message.ts';
import { Presence, UserSummary } from '../entities/user.ts';
import { Id, Timestamp } from '../primitives.ts';
import { REPLAY_PAGE_MAX } from '../sizes.ts';
import { commonClientEvents, commonServerEvents } from './common.ts';
import { defineSocketEvents } from './socket-contract.ts';

const InRoom = z.object({ roomId: Id });
const Seq = z.int().nonnegative();

/** A fact about an older message that is replayed by `revision`; edits and deletions come with a later version. */
const Change = z.object({ messageId: Id, seq: z.int(), revision: z.int() });

export const chatClientEvents = defineSocketEvents({
  ...commonClientEvents,
  'join-space': { payload: z.object({ spaceId: Id }), ack: z.object({ rooms: z.array(Chatroom) }) },
  'join-room': {
    payload: InRoom.extend({ afterSeq: Seq.optional(), afterRevision: z.int().nonnegative().optional() }),
    ack: z.object({
      room: Chatroom,
      messages: z.array(Message),
      changes: z.array(Change),
      lastSeq: z.int(),
      revision: z.int(),
      /** Those who listen in the room now. */
      members: z.array(UserSummary),
      hasMore: z.boolean(),
    }),
  },
  'leave-room': { payload: InRoom, ack: z.object({}) },
  'send-message': { payload: MessageDraft.extend({ roomId: Id }), ack: Message },
  typing: { payload: InRoom },
  'stop-typing': { payload: InRoom },
  'mark-read': { payload: InRoom.extend({ seq: z.int().positive() }) },
  'get-messages': {
    payload: InRoom.extend({
      afterSeq: Seq.optional(),
      beforeSeq: z.int().positive().optional(),
      limit: z.int().min(1).max(REPLAY_PAGE_MAX).optional(),
    }).refine((window) => window.beforeSeq === undefined || window.afterSeq === undefined, {
      message: 'takes beforeSeq or afterSeq, not both',
      path: ['afterSeq'],
    }),
    ack: z.object({ messages: z.array(Message), hasMore: z.boolean() }),
  },
});

const Typist = InRoom.extend({ userId: Id, username: z.string() });
const Listener = InRoom.extend({ user: UserSummary });
const RoomFact = z.object({ room: Chatroom });
const MemberFact = InRoom.extend({ userId: Id });

export const chatServerEvents = defineSocketEvents({
  ...commonServerEvents,
  'recent-messages': { payload: InRoom.extend({ messages: z.array(Message) }) },
  'receive-message': { payload: Message },
  'user-joined': { payload: Listener },
  'user-left': { payload: Listener },
  'user-typing': { payload: Typist },
  'user-stop-typing': { payload: Typist },
  'presence-changed': { payload: z.object({ userId: Id, presence: Presence, lastSeenAt: Timestamp }) },
  'room-created': { payload: RoomFact },
  'room-updated': { payload: RoomFact },
  'room-deleted': { payload: InRoom },
  'member-added': { payload: MemberFact },
  'member-removed': { payload: MemberFact },
  /** Beside `presence-changed`, for clients of the alternate names. */
  userOnline: { payload: z.object({ userId: Id }) },
  userOffline: { payload: z.object({ userId: Id }) },
});

export type ChatClientEvents = typeof chatClientEvents;
export type ChatServerEvents = typeof chatServerEvents;

/** Alternate event names; `chatroomId` is read as `roomId` and a missing `clientMessageId` is made by the server. */
export const chatAlternateEvents: Readonly<Record<string, keyof ChatClientEvents>> = {
  joinRoom: 'join-room',
  'chat-join': 'join-room',
  leaveRoom: 'leave-room',
  'chat-leave': 'leave-room',
  sendMessage: 'send-message',
  'chat-message': 'send-message',
};
