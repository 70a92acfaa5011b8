import type { Chatroom } from '@metaverse/contracts';
import { type ReactNode, useState } from 'react';
import { CreateRoomDialog } from './CreateRoomDialog.tsx';
import { LeaveRoomDialog } from './LeaveRoomDialog.tsx';

type Open = { kind: 'create' } | { kind: 'leave'; room: Chatroom } | null;

export type RoomDialogs = {
  /** The open dialog; draw it somewhere. */
  dialog: ReactNode;
  create: () => void;
  leave: (room: Chatroom) => void;
};

/** The dialogs of making and leaving a room. */
export const useRoomDialogs = (spaceId: string, options: { onCreated: (room: Chatroom) => void; onLeft: () => void }): RoomDialogs => {
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => {
    setOpen(null);
  };
  const dialog =
    open === null ? null : open.kind === 'create' ? (
      <CreateRoomDialog
        spaceId={spaceId}
        onClose={close}
        onCreated={(room) => {
          close();
          options.onCreated(room);
        }}
      />
    ) : (
      <LeaveRoomDialog
        room={open.room}
        onClose={close}
        onLeft={() => {
          close();
          options.onLeft();
        }}
      />
    );
  return {
    dialog,
    create: () => {
      setOpen({ kind: 'create' });
    },
    leave: (room) => {
      setOpen({ kind: 'leave', room });
    },
  };
};
