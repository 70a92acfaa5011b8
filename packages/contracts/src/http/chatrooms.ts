import { z } from 'zod';
import { Chatroom, ChatroomDraft, ChatroomMember, ChatroomMemberDraft } from '../entities/chatroom.ts';
import { HistoryQuery, Message, MessageDraft } from '../entities/message.ts';
import { PageQuery, pageOf } from '../page.ts';
import { Id } from '../primitives.ts';
import { defineRoutes } from './route-contract.ts';

const SpaceId = z.object({ id: Id });
const RoomId = z.object({ id: Id });

export const chatroomRoutes = defineRoutes({
  listSpaceChatrooms: {
    method: 'get',
    path: '/api/v1/spaces/:id/chatrooms',
    summary: 'Public rooms of a space, and the private ones one is a member of',
    tag: 'chatrooms',
    access: 'user',
    params: SpaceId,
    query: PageQuery,
    success: pageOf(Chatroom),
    status: 200,
  },
  createSpaceChatroom: {
    method: 'post',
    path: '/api/v1/spaces/:id/chatrooms',
    summary: 'Make a room in a space',
    tag: 'chatrooms',
    access: 'user',
    params: SpaceId,
    body: ChatroomDraft,
    success: Chatroom,
    status: 201,
  },
  getChatroom: {
    method: 'get',
    path: '/api/v1/chatrooms/:id',
    summary: 'A room',
    tag: 'chatrooms',
    access: 'user',
    params: RoomId,
    success: Chatroom,
    status: 200,
  },
  joinChatroom: {
    method: 'post',
    path: '/api/v1/chatrooms/:id/join',
    summary: 'Become a member of a public room',
    tag: 'chatrooms',
    access: 'user',
    params: RoomId,
    success: Chatroom,
    status: 200,
  },
  leaveChatroom: {
    method: 'post',
    path: '/api/v1/chatrooms/:id/leave',
    summary: 'Give up membership',
    tag: 'chatrooms',
    access: 'user',
    params: RoomId,
    success: null,
    status: 204,
  },
  listChatroomMembers: {
    method: 'get',
    path: '/api/v1/chatrooms/:id/members',
    summary: 'Members of a room',
    tag: 'chatrooms',
    access: 'user',
    params: RoomId,
    query: PageQuery,
    success: pageOf(ChatroomMember),
    status: 200,
  },
  addChatroomMember: {
    method: 'post',
    path: '/api/v1/chatrooms/:id/members',
    summary: 'Take somebody into a room',
    tag: 'chatrooms',
    access: 'user',
    params: RoomId,
    body: ChatroomMemberDraft,
    success: ChatroomMember,
    status: 201,
  },
  removeChatroomMember: {
    method: 'delete',
    path: '/api/v1/chatrooms/:id/members/:userId',
    summary: 'Take somebody out of a room',
    tag: 'chatrooms',
    access: 'user',
    params: z.object({ id: Id, userId: Id }),
    success: null,
    status: 204,
  },
});

export const messageRoutes = defineRoutes({
  listMessages: {
    method: 'get',
    path: '/api/v1/chatrooms/:id/messages',
    summary: 'A window into the history, ascending by seq',
    tag: 'messages',
    access: 'user',
    params: RoomId,
    query: HistoryQuery,
    success: pageOf(Message),
    status: 200,
  },
  sendMessage: {
    method: 'post',
    path: '/api/v1/chatrooms/:id/messages',
    summary: 'Write a message; repeating its clientMessageId gives the stored one',
    tag: 'messages',
    access: 'user',
    params: RoomId,
    body: MessageDraft,
    success: Message,
    status: 201,
    repeatedStatus: 200,
    alsoFails: [409],
  },
});
