import { type RoomState, unreadCount } from '@metaverse/client';
import { Button, RoomRow } from '@metaverse/ui';
import type { ReactNode } from 'react';
import { useRoomJoining } from './use-room-joining.ts';
import { isMine } from './room-order.ts';

export interface RoomRowsProps {
  readonly rooms: readonly RoomState[];
  readonly currentId: string | undefined;
  readonly onChoose: (roomId: string) => void;
  /** I have just become a member. */
  readonly onJoined: (roomId: string) => void;
  /** The router's link around a room's row, where rooms have addresses. */
  readonly linkTo?: ((roomId: string) => ReactNode) | undefined;
}

const Heading = ({ children }: { readonly children: string }) => (
  <h3 className="px-3 pt-4 pb-1 font-text text-13 font-semibold text-muted">{children}</h3>
);

/** The rooms of a space: mine with what is new in them, below them the public ones that I can join. */
export const RoomRows = ({ rooms, currentId, onChoose, onJoined, linkTo }: RoomRowsProps) => {
  const { join, joiningId, failure } = useRoomJoining(onJoined);
  const others = rooms.filter((room) => !isMine(room));

  return (
    <>
      <ul aria-label="My rooms">
        {rooms.filter(isMine).map((state) => (
          <li key={state.room.id}>
            <RoomRow
              name={state.room.name}
              isPrivate={state.room.visibility === 'private'}
              isCurrent={state.room.id === currentId}
              unreadCount={state.room.id === currentId ? 0 : unreadCount(state)}
              link={linkTo?.(state.room.id)}
              onClick={() => {
                onChoose(state.room.id);
              }}
            />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <Heading>More rooms</Heading>
          <ul aria-label="Rooms to join">
            {others.map(({ room }) => (
              <li key={room.id} className="flex h-9 items-center gap-2 ps-3 pe-1 text-14 text-ink-2 touch:h-11">
                <span className="min-w-0 flex-1 truncate" title={room.topic === '' ? room.name : `${room.name}: ${room.topic}`}>
                  {room.name}
                </span>
                <Button
                  size="compact"
                  aria-label={`Join ${room.name}`}
                  isWorking={joiningId === room.id}
                  onClick={() => {
                    join(room.id);
                  }}
                >
                  Join
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {failure !== undefined && (
        <p role="alert" className="px-3 py-2 text-13 font-medium text-berry">
          {failure}
        </p>
      )}
    </>
  );
};
