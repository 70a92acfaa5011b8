import type { RouteName } from './index.ts';
import type { HttpMethod } from './route-contract.ts';

/**
 * A deprecated path that answers exactly as its canonical one. `params` names, for each parameter of the canonical path that
 * the alternate's own path lacks, the field of the query or the body that holds it. `fields` renames others.
 */
export type AlternatePath = {
  method: HttpMethod;
  path: string;
  canonical: RouteName;
  /** Canonical parameter → where it is found. */
  params?: Record<string, { in: 'path' | 'query' | 'body'; name: string }>;
};

const roomInBody = { id: { in: 'body', name: 'chatroomId' } } as const;

export const alternatePaths: readonly AlternatePath[] = [
  { method: 'post', path: '/api/v1/signin', canonical: 'logIn' },
  { method: 'post', path: '/auth/login', canonical: 'logIn' },
  { method: 'post', path: '/auth/register', canonical: 'signUp' },
  { method: 'post', path: '/auth/refresh', canonical: 'refresh' },
  { method: 'post', path: '/auth/logout', canonical: 'logOut' },
  { method: 'get', path: '/auth/me', canonical: 'getMe' },
  { method: 'get', path: '/users/me', canonical: 'getMe' },
  { method: 'put', path: '/users/me', canonical: 'updateMe' },
  { method: 'get', path: '/api/v1/user/metadata', canonical: 'getMe' },
  { method: 'post', path: '/api/v1/user/metadata', canonical: 'updateMe' },
  { method: 'get', path: '/api/v1/space/all', canonical: 'listSpaces' },
  { method: 'post', path: '/api/v1/space', canonical: 'createSpace' },
  { method: 'get', path: '/api/v1/space/:id', canonical: 'getSpace' },
  { method: 'delete', path: '/api/v1/space/:id', canonical: 'deleteSpace' },
  { method: 'get', path: '/api/v1/chatroom/space/:id', canonical: 'listSpaceChatrooms' },
  {
    method: 'get',
    path: '/api/v1/chatroom/rooms',
    canonical: 'listSpaceChatrooms',
    params: { id: { in: 'query', name: 'spaceId' } },
  },
  {
    method: 'post',
    path: '/api/v1/chatroom/create',
    canonical: 'createSpaceChatroom',
    params: { id: { in: 'body', name: 'spaceId' } },
  },
  { method: 'post', path: '/api/v1/chatroom/join/:id', canonical: 'joinChatroom' },
  { method: 'post', path: '/api/v1/chatroom/join', canonical: 'joinChatroom', params: roomInBody },
  { method: 'post', path: '/api/v1/chatroom/leave/:id', canonical: 'leaveChatroom' },
  { method: 'post', path: '/api/v1/chatroom/leave', canonical: 'leaveChatroom', params: roomInBody },
  { method: 'get', path: '/api/v1/chatroom/:id/messages', canonical: 'listMessages' },
  {
    method: 'get',
    path: '/api/v1/messages',
    canonical: 'listMessages',
    params: { id: { in: 'query', name: 'chatroomId' } },
  },
  { method: 'post', path: '/api/v1/chatroom/:id/send', canonical: 'sendMessage' },
  { method: 'post', path: '/api/v1/admin/element', canonical: 'createElement' },
  { method: 'post', path: '/api/v1/admin/avatar', canonical: 'createAvatar' },
  { method: 'get', path: '/rooms/:id', canonical: 'getChatroom' },
  { method: 'post', path: '/rooms/:id/join', canonical: 'joinChatroom' },
  { method: 'delete', path: '/rooms/:id/leave', canonical: 'leaveChatroom' },
  { method: 'get', path: '/rooms/:id/members', canonical: 'listChatroomMembers' },
  { method: 'get', path: '/messages/:roomId', canonical: 'listMessages', params: { id: { in: 'path', name: 'roomId' } } },
  { method: 'post', path: '/messages', canonical: 'sendMessage', params: { id: { in: 'body', name: 'roomId' } } },
];
