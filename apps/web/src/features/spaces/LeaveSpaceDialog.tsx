import type { Space } from '@metaverse/contracts';
import { ConfirmDialog, useToast } from '@metaverse/ui';
import { IconDoorExit } from '@tabler/icons-react';
import { failureText } from '../../lib/failure-text.ts';
import { focusTitle } from '../../lib/focus-title.ts';
import { useLeaveSpace } from './space-queries.ts';

const consequences: Readonly<Record<Space['visibility'], string>> = {
  public: 'It goes from your list, and you leave its rooms. You can come back at any time.',
  unlisted: 'It goes from your list, and you leave its rooms. To come back you need its link.',
  private: 'It goes from your list, and you leave its rooms. To come back somebody has to let you in again.',
};

/** Asks before membership is given up. */
export const LeaveSpaceDialog = ({ space, onClose }: { readonly space: Space; readonly onClose: () => void }) => {
  const toast = useToast();
  const leave = useLeaveSpace(space.id, () => {
    toast({ text: `You left “${space.name}”`, icon: IconDoorExit });
    onClose();
    // What opened the dialog went with the space.
    focusTitle();
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Leave “${space.name}”?`}
      description={consequences[space.visibility]}
      confirmLabel="Leave space"
      cancelLabel="Stay"
      isWorking={leave.isPending}
      error={leave.isError ? failureText(leave.error) : undefined}
      onConfirm={() => {
        leave.mutate(undefined);
      }}
    />
  );
};
