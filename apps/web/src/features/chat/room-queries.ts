import type { ChatroomDraft } from '@metaverse/contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/client-context.ts';
import { useChat } from './chat-context.ts';

const PAGE = 100;
const membersKey = (roomId: string) => ['room-members', roomId] as const;

/** Makes a room; its maker is its owner and listens at once. */
export const useCreateRoom = (spaceId: string) => {
  const api = useApi();
  const chat = useChat();
  return useMutation({
    mutationFn: (body: ChatroomDraft) => api.createSpaceChatroom({ params: { id: spaceId }, body }),
    onSuccess: (room) => {
      chat.addRoom(room);
    },
  });
};

export const useJoinRoom = () => {
  const api = useApi();
  const chat = useChat();
  return useMutation({
    mutationFn: (roomId: string) => api.joinChatroom({ params: { id: roomId } }),
    onSuccess: (room) => {
      chat.addRoom(room);
    },
  });
};

export const useLeaveRoom = () => {
  const api = useApi();
  const chat = useChat();
  return useMutation({
    mutationFn: (roomId: string) => api.leaveChatroom({ params: { id: roomId } }),
    onSuccess: (_, roomId) => {
      chat.removeRoom(roomId);
    },
  });
};

/** The members of a room, page by page. */
export const useRoomMembers = (roomId: string) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: membersKey(roomId),
    queryFn: ({ pageParam, signal }) =>
      api.listChatroomMembers(
        { params: { id: roomId }, query: { limit: PAGE, ...(pageParam !== '' && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
};

/** The members of the space that a room belongs to, page by page. */
export const useSpaceMembers = (spaceId: string) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['space-members', spaceId],
    queryFn: ({ pageParam, signal }) =>
      api.listSpaceMembers({ params: { id: spaceId }, query: { limit: PAGE, ...(pageParam !== '' && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
};

export const useAddMember = (roomId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) => api.addChatroomMember({ params: { id: roomId }, body: { userId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: membersKey(roomId) }),
  });
};
