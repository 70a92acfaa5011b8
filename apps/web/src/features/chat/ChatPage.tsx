import { Button, EmptyState, Spinner } from '@metaverse/ui';
import { Link, Navigate, useParams } from 'react-router-dom';
import { LoadFailed } from '../../lib/LoadFailed.tsx';
import { useTitle } from '../../lib/use-title.ts';
import { useSpaceList } from '../spaces/space-queries.ts';
import { useRooms } from './chat-context.ts';
import { startSpace } from './last-space.ts';
import { SpaceChat } from './SpaceChat.tsx';
import { firstRoomId } from './use-chosen-room.ts';
import { useIsNarrow } from './use-is-narrow.ts';

const NoSpaces = () => (
  <div className="grid h-full place-items-center p-6">
    <EmptyState
      isPage
      title="No rooms yet"
      action={
        <Button kind="primary" asChild>
          <Link to="/">Find a space</Link>
        </Button>
      }
    >
      Rooms belong to spaces. Enter one or create your own, and its rooms appear here.
    </EmptyState>
  </div>
);

/** Wide screens show a conversation at once; narrow ones the list of rooms first. */
const FirstRoom = ({ spaceId }: { readonly spaceId: string }) => {
  const roomId = firstRoomId(spaceId, useRooms(spaceId));
  const isNarrow = useIsNarrow();
  return roomId === undefined || isNarrow ? null : <Navigate to={`/chat/${spaceId}/${roomId}`} replace />;
};

const MySpaces = () => {
  const { spaceId, roomId } = useParams();
  const { data: spaces, isError, error, refetch } = useSpaceList({ isMine: true });
  useTitle('Messages');

  if (isError && !spaces)
    return (
      <div className="p-6">
        <LoadFailed title="Your spaces did not come" error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!spaces)
    return (
      <div className="grid h-full place-items-center">
        <Spinner label="Loading your spaces" />
      </div>
    );
  if (spaceId === undefined) {
    const start = startSpace(spaces);
    return start === undefined ? <NoSpaces /> : <Navigate to={`/chat/${start.id}`} replace />;
  }
  return (
    <>
      {roomId === undefined && (
        <>
          <h1 className="sr-only">Messages</h1>
          <FirstRoom spaceId={spaceId} />
        </>
      )}
      <SpaceChat key={spaceId} spaces={spaces} spaceId={spaceId} roomId={roomId} />
    </>
  );
};

/** The rooms of one's spaces, under `/chat`, `/chat/:spaceId` and `/chat/:spaceId/:roomId`. */
export const ChatPage = () => (
  <main id="main" className="relative min-h-90 flex-1">
    <MySpaces />
  </main>
);
