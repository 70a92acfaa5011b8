import type { Space } from '@metaverse/contracts';
import { ConfirmDialog, useToast } from '@metaverse/ui';
import { IconTrash } from '@tabler/icons-react';
import { failureText } from '../../lib/failure-text.ts';
import { focusTitle } from '../../lib/focus-title.ts';
import { counted } from './space-lines.ts';
import { useDeleteSpace } from './space-queries.ts';

/** Asks for the space's name before it is gone. */
export const DeleteSpaceDialog = ({ space, onClose }: { readonly space: Space; readonly onClose: () => void }) => {
  const toast = useToast();
  const remove = useDeleteSpace(space.id, () => {
    toast({ text: `“${space.name}” deleted`, icon: IconTrash });
    onClose();
    // What opened the dialog went with the space.
    focusTitle();
  });
  const inside = space.onlineCount > 0 ? ` ${counted(space.onlineCount, 'person is', 'people are')} inside now.` : '';
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Delete “${space.name}”?`}
      description={`Its map, its rooms and all their messages go with it, for everybody.${inside}`}
      confirmLabel="Delete space"
      nameToType={space.name.trim()}
      isWorking={remove.isPending}
      error={remove.isError ? failureText(remove.error) : undefined}
      onConfirm={() => {
        remove.mutate(undefined);
      }}
    />
  );
};
