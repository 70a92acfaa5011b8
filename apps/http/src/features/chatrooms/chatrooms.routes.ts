import { addMember, createRoom, getRoom, joinRoom, leaveRoom, listMembers, listSpaceRooms, removeMember } from '@metaverse/chat';
import { httpRoutes } from '@metaverse/contracts';
import { defineRoute } from '@metaverse/service-kit';
import type { HttpDeps } from '../../http-context.ts';

export const chatroomRoutes = ({ chat }: HttpDeps) => ({
  listSpaceChatrooms: defineRoute(httpRoutes.listSpaceChatrooms, {
    handle: ({ actor, params, query }) => listSpaceRooms(chat, actor, { spaceId: params.id, page: query }),
  }),
  createSpaceChatroom: defineRoute(httpRoutes.createSpaceChatroom, {
    handle: ({ actor, params, body }) => createRoom(chat, actor, { spaceId: params.id, draft: body }),
  }),
  getChatroom: defineRoute(httpRoutes.getChatroom, { handle: ({ actor, params }) => getRoom(chat, actor, params.id) }),
  joinChatroom: defineRoute(httpRoutes.joinChatroom, { handle: ({ actor, params }) => joinRoom(chat, actor, params.id) }),
  leaveChatroom: defineRoute(httpRoutes.leaveChatroom, { handle: ({ actor, params }) => leaveRoom(chat, actor, params.id) }),
  listChatroomMembers: defineRoute(httpRoutes.listChatroomMembers, {
    handle: ({ actor, params, query }) => listMembers(chat, actor, { roomId: params.id, page: query }),
  }),
  addChatroomMember: defineRoute(httpRoutes.addChatroomMember, {
    handle: ({ actor, params, body }) => addMember(chat, actor, { roomId: params.id, draft: body }),
  }),
  removeChatroomMember: defineRoute(httpRoutes.removeChatroomMember, {
    handle: ({ actor, params }) => removeMember(chat, actor, { roomId: params.id, userId: params.userId }),
  }),
});
