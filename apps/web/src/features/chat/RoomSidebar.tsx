import type { RoomState } from '@metaverse/client';
import type { Space } from '@metaverse/contracts';
import { IconButton } from '@metaverse/ui';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useChatState } from './chat-context.ts';
import { RoomRows } from './RoomRows.tsx';
import { RoomsFailed, RoomsLoading } from './RoomsState.tsx';
import { SpaceChoice } from './SpaceChoice.tsx';

export interface RoomSidebarProps {
  readonly spaces: readonly Space[];
  readonly spaceId: string;
  readonly rooms: readonly RoomState[];
  readonly roomId: string | undefined;
  readonly onChoose: (roomId: string) => void;
  readonly onJoined: (roomId: string) => void;
  readonly onCreate: () => void;
  readonly className: string;
}

/** The chat page's first column: the space and its rooms. */
export const RoomSidebar = ({ spaces, spaceId, rooms, roomId, onChoose, onJoined, onCreate, className }: RoomSidebarProps) => {
  const status = useChatState((state) => state.spaces[spaceId]?.status);
  return (
    <nav aria-label="Rooms" className={`min-h-0 flex-col border-e border-line ground-paper ${className}`}>
      <div className="flex h-16 shrink-0 items-center px-4.5">
        <SpaceChoice spaces={spaces} spaceId={spaceId} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        <div className="flex items-center justify-between py-1 ps-3">
          <h2 className="font-text text-13 font-semibold text-muted">Rooms</h2>
          {status !== 'failed' && <IconButton icon={IconPlus} label="Create a room" size="compact" onClick={onCreate} />}
        </div>
        {rooms.length === 0 && (status === 'failed' ? <RoomsFailed spaceId={spaceId} /> : <RoomsLoading />)}
        <RoomRows
          rooms={rooms}
          currentId={roomId}
          onChoose={onChoose}
          onJoined={onJoined}
          linkTo={(id) => <Link to={`/chat/${spaceId}/${id}`} />}
        />
      </div>
    </nav>
  );
};
