import { type Chat, type ChatState, type RoomState, roomsOfSpace } from '@metaverse/client';
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';

export const ChatContext = createContext<Chat | null>(null);

/** The signed-in person's chat: what one does in it. */
export const useChat = (): Chat => {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error('useChat needs a ChatProvider above it');
  return chat;
};

/** A part of the chat's state. `select` must give the same object as long as nothing changed in it. */
export const useChatState = <T>(select: (state: ChatState) => T): T => {
  const { store } = useChat();
  return useSyncExternalStore(store.subscribe, () => select(store.getSnapshot()));
};

/** A room as far as it is known. */
export const useRoom = (roomId: string): RoomState | undefined => useChatState(({ rooms }) => rooms[roomId]);

/** The rooms of a space, the general one first, then by name. */
export const useRooms = (spaceId: string): readonly RoomState[] => {
  const rooms = useChatState((state) => state.rooms);
  return useMemo(() => roomsOfSpace({ rooms }, spaceId), [rooms, spaceId]);
};
