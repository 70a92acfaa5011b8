import type { RoomState } from '@metaverse/client';
import { unreadCount } from '@metaverse/client';
import { IconButton, Menu, type MenuEntry, PanelHeader, RoomChip, TitleButton } from '@metaverse/ui';
import { IconArrowLeft, IconHash, IconList, IconLock, IconLogout, IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useRooms } from './chat-context.ts';
import { ChatOfflineBanner } from './ChatOfflineBanner.tsx';
import { Conversation } from './Conversation.tsx';
import { RoomMembers } from './RoomMembers.tsx';
import { isMine, roomsWithNews } from './room-order.ts';
import { RoomRows } from './RoomRows.tsx';
import { RoomsFailed, RoomsLoading } from './RoomsState.tsx';
import { useChosenRoom } from './use-chosen-room.ts';
import { useFollowedSpace } from './use-followed-space.ts';
import { useRoomDialogs } from './use-room-dialogs.tsx';
import { useRoomKeys } from './use-room-keys.ts';

export interface ChatPanelProps {
  readonly spaceId: string;
  readonly onClose: () => void;
  /** Esc in the composer: give the focus back to the world. */
  readonly onEscape?: (() => void) | undefined;
}

type View = 'conversation' | 'members' | 'rooms';

const iconOf = ({ room }: RoomState) => (room.visibility === 'private' ? IconLock : IconHash);

const Chips = ({ rooms, onChoose }: { readonly rooms: readonly RoomState[]; readonly onChoose: (roomId: string) => void }) =>
  rooms.length > 0 && (
    <div className="flex shrink-0 gap-1.5 overflow-x-auto px-4 pb-3">
      {rooms.map((room) => (
        <RoomChip
          key={room.room.id}
          name={room.room.name}
          icon={iconOf(room)}
          count={unreadCount(room)}
          onClick={() => {
            onChoose(room.room.id);
          }}
        />
      ))}
    </div>
  );

/** The chat of a space. Fills a flex column: put it into a `Panel`, on phones into a `Sheet`. */
export const ChatPanel = ({ spaceId, onClose, onEscape }: ChatPanelProps) => {
  const list = useFollowedSpace(spaceId);
  const rooms = useRooms(spaceId);
  const { roomId, choose } = useChosenRoom(spaceId, rooms);
  const [view, setView] = useState<View>('conversation');
  const show = (id: string): void => {
    choose(id);
    setView('conversation');
  };
  const dialogs = useRoomDialogs(spaceId, {
    onCreated: (room) => {
      show(room.id);
    },
    onLeft: () => {
      setView('rooms');
    },
  });
  const onKeyDown = useRoomKeys({ rooms, roomId, onChoose: show });
  const current = rooms.find(({ room }) => room.id === roomId);
  const isMember = current !== undefined && isMine(current);

  const entries: MenuEntry[] = [
    ...rooms.filter(isMine).map((room) => ({
      label: room.room.name,
      icon: iconOf(room),
      isChosen: room === current,
      onSelect: () => {
        show(room.room.id);
      },
    })),
    'line',
    { label: 'All rooms', icon: IconList, onSelect: () => setView('rooms') },
    { label: 'Create a room', icon: IconPlus, onSelect: dialogs.create },
    ...(isMember && current.room.kind !== 'general'
      ? (['line', { label: 'Leave room', icon: IconLogout, isDanger: true, onSelect: () => dialogs.leave(current.room) }] as const)
      : []),
  ];
  const title =
    view === 'rooms' || current === undefined ? (
      'Rooms'
    ) : (
      <Menu trigger={<TitleButton icon={iconOf(current)}>{current.room.name}</TitleButton>} entries={entries} />
    );

  return (
    // Keys that lead from room to room work wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <PanelHeader
        title={title}
        onClose={onClose}
        closeKeys="C"
        actions={
          view === 'conversation' ? (
            isMember && (
              <IconButton icon={IconUsers} label="Members" size="compact" tooltipSide="bottom" onClick={() => setView('members')} />
            )
          ) : (
            <IconButton
              icon={IconArrowLeft}
              label="Back to the conversation"
              size="compact"
              tooltipSide="bottom"
              onClick={() => setView('conversation')}
            />
          )
        }
      />
      <ChatOfflineBanner />
      {view === 'conversation' && roomId !== undefined && <Chips rooms={roomsWithNews(rooms, roomId)} onChoose={show} />}
      {rooms.length === 0 && (list?.status === 'failed' ? <RoomsFailed spaceId={spaceId} /> : <RoomsLoading />)}
      {view === 'conversation' && roomId !== undefined && <Conversation key={roomId} roomId={roomId} onEscape={onEscape} />}
      {view === 'members' && current !== undefined && <RoomMembers key={roomId} room={current} />}
      {view === 'rooms' && rooms.length > 0 && (
        <div className="min-h-0 flex-1 overflow-y-auto p-2">
          <RoomRows rooms={rooms} currentId={roomId} onChoose={show} onJoined={show} />
        </div>
      )}
      {dialogs.dialog}
    </div>
  );
};
