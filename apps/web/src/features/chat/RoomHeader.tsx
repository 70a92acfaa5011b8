import type { RoomState } from '@metaverse/client';
import { Glyph, IconButton, Menu, PortraitGroup } from '@metaverse/ui';
import { IconArrowLeft, IconDots, IconHash, IconLock, IconLogout, IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { faceOf } from '../../lib/face-of.ts';
import { isMine } from './room-order.ts';

export interface RoomHeaderProps {
  readonly room: RoomState;
  /** Where the way back leads, where there is one column. */
  readonly backTo: string;
  readonly isMembersOpen: boolean;
  readonly onMembers: () => void;
  readonly onLeave: () => void;
}

/** The head of a conversation on the chat page. */
export const RoomHeader = ({ room: state, backTo, isMembersOpen, onMembers, onLeave }: RoomHeaderProps) => {
  const { room, listeners } = state;
  return (
    <header className="flex h-16 shrink-0 items-center gap-2 border-b border-line px-4 max-sm:ps-1 @lg:px-6">
      <Link to={backTo} aria-label="All rooms" className="hit grid size-11 place-items-center rounded-control text-ink-2 sm:hidden">
        <Glyph icon={IconArrowLeft} />
      </Link>
      <div className="min-w-0 flex-1">
        <h1 className="flex items-center gap-1.5 text-17">
          <Glyph icon={room.visibility === 'private' ? IconLock : IconHash} size={18} className="text-muted" />
          <span className="truncate" title={room.name}>
            {room.name}
          </span>
        </h1>
        {room.topic !== '' && (
          <p className="truncate text-13 text-muted" title={room.topic}>
            {room.topic}
          </p>
        )}
      </div>
      {isMine(state) && (
        <>
          <span className="flex max-sm:hidden">{listeners.length > 0 && <PortraitGroup people={listeners.map(faceOf)} most={3} />}</span>
          <IconButton icon={IconUsers} label="Members" isOn={isMembersOpen} tooltipSide="bottom" onClick={onMembers} />
          {room.kind !== 'general' && (
            <Menu
              align="end"
              trigger={<IconButton icon={IconDots} label="More" tooltipSide="bottom" />}
              entries={[{ label: 'Leave room', icon: IconLogout, isDanger: true, onSelect: onLeave }]}
            />
          )}
        </>
      )}
    </header>
  );
};
