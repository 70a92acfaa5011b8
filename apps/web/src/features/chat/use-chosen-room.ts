import type { RoomState } from '@metaverse/client';
import { useCallback, useState } from 'react';
import { recall, remember } from './remembered.ts';
import { startRoomId } from './room-order.ts';

const keyOf = (spaceId: string): string => `room:${spaceId}`;

/** Remembers the room that was looked at last in a space, at this browser. */
export const rememberRoom = (spaceId: string, roomId: string): void => {
  remember(keyOf(spaceId), roomId);
};

/** The room to begin with in a space. */
export const firstRoomId = (spaceId: string, rooms: readonly RoomState[]): string | undefined => startRoomId(rooms, recall(keyOf(spaceId)));

/** Which room of a space is shown, where no address says it. */
export const useChosenRoom = (spaceId: string, rooms: readonly RoomState[]) => {
  const [chosen, setChosen] = useState<string>();
  const choose = useCallback(
    (roomId: string) => {
      setChosen(roomId);
      rememberRoom(spaceId, roomId);
    },
    [spaceId],
  );
  const isThere = rooms.some(({ room }) => room.id === chosen);
  return { roomId: isThere ? chosen : firstRoomId(spaceId, rooms), choose };
};
