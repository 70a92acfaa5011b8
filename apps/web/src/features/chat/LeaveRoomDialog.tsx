import type { Chatroom } from '@metaverse/contracts';
import { ConfirmDialog } from '@metaverse/ui';
import { failureText } from '../../lib/failure-text.ts';
import { useLeaveRoom } from './room-queries.ts';

export interface LeaveRoomDialogProps {
  readonly room: Chatroom;
  readonly onClose: () => void;
  readonly onLeft: () => void;
}

/** Asks before a room is left. */
export const LeaveRoomDialog = ({ room, onClose, onLeft }: LeaveRoomDialogProps) => {
  const leave = useLeaveRoom();
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Leave “${room.name}”?`}
      description={
        room.visibility === 'private'
          ? 'The room is private: to come back, somebody in it has to add you again.'
          : 'You can join it again at any time. What you wrote stays.'
      }
      confirmLabel="Leave room"
      cancelLabel="Stay"
      isWorking={leave.isPending}
      error={leave.isError ? failureText(leave.error) : undefined}
      onConfirm={() => {
        leave.mutate(room.id, { onSuccess: onLeft });
      }}
    />
  );
};
