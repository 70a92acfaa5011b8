import type { RoomState } from '@metaverse/client';
import type { ChatroomMember } from '@metaverse/contracts';
import { Bone, Button, PersonRow, type Presence, Skeleton } from '@metaverse/ui';
import { IconUserPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { faceOf } from '../../lib/face-of.ts';
import { LoadFailed } from '../../lib/LoadFailed.tsx';
import { useMe } from '../account/me-context.ts';
import { AddMemberDialog } from './AddMemberDialog.tsx';
import { useChatState } from './chat-context.ts';
import { useRoomMembers } from './room-queries.ts';

const roleLines = { owner: 'Owner', admin: 'Admin', member: undefined } as const;

const Loading = () => (
  <Skeleton label="Loading members">
    <div className="grid gap-3 p-2">
      {[1, 2, 3, 4].map((each) => (
        <div key={each} className="flex items-center gap-3">
          <Bone className="size-9 rounded-control" />
          <Bone className="h-3 w-32 rounded-chip" />
        </div>
      ))}
    </div>
  </Skeleton>
);

/** Who listens is there, whatever was known when the list came. */
const usePresenceOf = ({ listeners }: RoomState): ((member: ChatroomMember) => Presence) => {
  const presences = useChatState((state) => state.presences);
  const listening = useMemo(() => new Set(listeners.map(({ id }) => id)), [listeners]);
  return ({ userId, isOnline }) => presences[userId] ?? (listening.has(userId) || isOnline ? 'online' : 'offline');
};

/** The members of a room, those who are here first; who may take somebody in finds the way to it. */
export const RoomMembers = ({ room }: { readonly room: RoomState }) => {
  const { id: me } = useMe();
  const {
    data: members,
    isPending,
    isError,
    error,
    refetch,
    hasNextPage,
    fetchNextPage,
    isFetchingNextPage,
  } = useRoomMembers(room.room.id);
  const [isAdding, setAdding] = useState(false);
  const presenceOf = usePresenceOf(room);

  // Somebody listens whom the list does not know: they have just become a member.
  const isStale = members !== undefined && !hasNextPage && room.listeners.some(({ id }) => members.every(({ userId }) => userId !== id));
  useEffect(() => {
    if (isStale) void refetch();
  }, [isStale, room.listeners, refetch]);

  const isManager = room.room.myRole === 'owner' || room.room.myRole === 'admin';
  const sorted = members?.toSorted((a, b) => Number(presenceOf(a) === 'offline') - Number(presenceOf(b) === 'offline'));

  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto p-2">
      {isManager && room.room.spaceId !== null && (
        <Button
          icon={IconUserPlus}
          className="m-2"
          onClick={() => {
            setAdding(true);
          }}
        >
          Add people
        </Button>
      )}
      {isPending && <Loading />}
      {isError && !members && (
        <div className="p-4">
          <LoadFailed title="The members did not come" error={error} onRetry={() => void refetch()} />
        </div>
      )}
      <ul aria-label={`Members of ${room.room.name}`}>
        {sorted?.map((member) => (
          <li key={member.userId}>
            <PersonRow
              person={faceOf(member.user)}
              presence={presenceOf(member)}
              line={roleLines[member.role]}
              isMe={member.userId === me}
            />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className="m-2" isWorking={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
      {isAdding && room.room.spaceId !== null && (
        <AddMemberDialog
          room={room.room}
          spaceId={room.room.spaceId}
          memberIds={new Set(members?.map(({ userId }) => userId))}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </div>
  );
};
