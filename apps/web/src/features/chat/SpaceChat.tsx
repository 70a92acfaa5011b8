import type { Space } from '@metaverse/contracts';
import { EmptyState, IconButton } from '@metaverse/ui';
import { IconX } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTitle } from '../../lib/use-title.ts';
import { useChatState, useRooms } from './chat-context.ts';
import { ChatOfflineBanner } from './ChatOfflineBanner.tsx';
import { Conversation } from './Conversation.tsx';
import { RoomHeader } from './RoomHeader.tsx';
import { RoomMembers } from './RoomMembers.tsx';
import { RoomSidebar } from './RoomSidebar.tsx';
import { rememberRoom } from './use-chosen-room.ts';
import { useFollowedSpace } from './use-followed-space.ts';
import { useRoomDialogs } from './use-room-dialogs.tsx';
import { useRoomKeys } from './use-room-keys.ts';

export interface SpaceChatProps {
  readonly spaces: readonly Space[];
  readonly spaceId: string;
  /** Undefined: none is chosen yet, the rooms are looked at. */
  readonly roomId: string | undefined;
}

const NoRoom = ({ isGone }: { readonly isGone: boolean }) => (
  <div className="p-6">
    <EmptyState title={isGone ? 'This room is not there' : 'Choose a room'}>
      {isGone ? 'It was deleted, or it is private and you are not in it.' : 'Its conversation opens here.'}
    </EmptyState>
  </div>
);

/** A space's rooms, one conversation and its members side by side; on narrow screens one at a time. */
export const SpaceChat = ({ spaces, spaceId, roomId }: SpaceChatProps) => {
  useFollowedSpace(spaceId);
  const navigate = useNavigate();
  const rooms = useRooms(spaceId);
  const status = useChatState((state) => state.spaces[spaceId]?.status);
  const [isMembersOpen, setMembersOpen] = useState(false);
  const open = (id: string): void => {
    void navigate(`/chat/${spaceId}/${id}`);
  };
  const dialogs = useRoomDialogs(spaceId, {
    onCreated: ({ id }) => {
      open(id);
    },
    onLeft: () => void navigate(`/chat/${spaceId}`),
  });
  const onKeyDown = useRoomKeys({ rooms, roomId, onChoose: open });
  const current = rooms.find(({ room }) => room.id === roomId);
  useTitle(current === undefined ? 'Messages' : `#${current.room.name}`);

  useEffect(() => {
    if (roomId !== undefined) rememberRoom(spaceId, roomId);
  }, [spaceId, roomId]);

  return (
    // Keys that lead from room to room work wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="absolute inset-0 flex" onKeyDown={onKeyDown}>
      <RoomSidebar
        spaces={spaces}
        spaceId={spaceId}
        rooms={rooms}
        roomId={roomId}
        onChoose={() => {
          setMembersOpen(false);
        }}
        onJoined={open}
        onCreate={dialogs.create}
        className={clsx('flex w-70 shrink-0 max-sm:w-full', roomId !== undefined && 'max-sm:hidden', isMembersOpen && 'max-lg:hidden')}
      />
      <section
        aria-label="Conversation"
        className={clsx(
          '@container flex min-w-0 flex-1 flex-col bg-surface ground-surface',
          (roomId === undefined || isMembersOpen) && 'max-sm:hidden',
        )}
      >
        {current === undefined && <ChatOfflineBanner />}
        {current === undefined && status === 'ready' && <NoRoom isGone={roomId !== undefined} />}
        {current !== undefined && (
          <>
            <RoomHeader
              room={current}
              backTo={`/chat/${spaceId}`}
              isMembersOpen={isMembersOpen}
              onMembers={() => {
                setMembersOpen(!isMembersOpen);
              }}
              onLeave={() => {
                dialogs.leave(current.room);
              }}
            />
            <ChatOfflineBanner />
            <Conversation key={roomId} roomId={current.room.id} />
          </>
        )}
      </section>
      {isMembersOpen && current !== undefined && (
        <aside aria-label="Members" className="flex w-75 shrink-0 flex-col border-s border-line bg-surface ground-surface max-sm:w-full">
          <header className="flex h-16 shrink-0 items-center justify-between border-b border-line ps-4 pe-2">
            <h2 className="text-17">Members</h2>
            <IconButton
              icon={IconX}
              label="Close"
              onClick={() => {
                setMembersOpen(false);
              }}
            />
          </header>
          <RoomMembers key={roomId} room={current} />
        </aside>
      )}
      {dialogs.dialog}
    </div>
  );
};
