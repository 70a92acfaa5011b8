import { unreadCount } from '@metaverse/client';
import { useRooms } from '../../chat/chat-context.ts';

/** Messages not read yet in one's rooms of a space. */
export const useUnread = (spaceId: string): number => useRooms(spaceId).reduce((sum, room) => sum + unreadCount(room), 0);
