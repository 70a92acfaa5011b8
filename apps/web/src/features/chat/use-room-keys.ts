import type { RoomState } from '@metaverse/client';
import type { KeyboardEvent } from 'react';
import { neighbourRoomId } from './room-order.ts';

type Options = { rooms: readonly RoomState[]; roomId: string | undefined; onChoose: (roomId: string) => void };

/** Alt and an arrow lead to the next room. For `onKeyDown` around the chat. */
export const useRoomKeys = ({ rooms, roomId, onChoose }: Options) => {
  return (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || roomId === undefined) return;
    event.preventDefault();
    const next = neighbourRoomId(rooms, roomId, event.key === 'ArrowUp' ? -1 : 1);
    if (next !== undefined && next !== roomId) onChoose(next);
  };
};
