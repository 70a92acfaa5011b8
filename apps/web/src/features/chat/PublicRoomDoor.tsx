import type { Chatroom } from '@metaverse/contracts';
import { Button, EmptyState } from '@metaverse/ui';
import { failureText } from '../../lib/failure-text.ts';
import { useJoinRoom } from './room-queries.ts';

/** In place of the messages of a public room that I am no member of. */
export const PublicRoomDoor = ({ room }: { readonly room: Chatroom }) => {
  const join = useJoinRoom();
  return (
    <div className="flex-1 p-6">
      <EmptyState
        title={room.name}
        action={
          <Button
            kind="primary"
            isWorking={join.isPending}
            onClick={() => {
              join.mutate(room.id);
            }}
          >
            Join room
          </Button>
        }
      >
        {room.topic === '' ? 'You are not a member of this room. Join to read and write.' : room.topic}
      </EmptyState>
      {join.isError && (
        <p role="alert" className="mt-3 text-13 font-medium text-berry">
          {failureText(join.error)}
        </p>
      )}
    </div>
  );
};
