import { failureText } from '../../lib/failure-text.ts';
import { useJoinRoom } from './room-queries.ts';

/** Joins a public room and then shows it. */
export const useRoomJoining = (onJoined: (roomId: string) => void) => {
  const { mutate, isPending, variables, isError, error } = useJoinRoom();
  return {
    join: (roomId: string): void => {
      mutate(roomId, {
        onSuccess: () => {
          onJoined(roomId);
        },
      });
    },
    joiningId: isPending ? variables : undefined,
    failure: isError ? failureText(error) : undefined,
  };
};
