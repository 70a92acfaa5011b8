import type { Space } from '@metaverse/contracts';
import { IconButton, Menu, useToast, type MenuEntry } from '@metaverse/ui';
import { IconDots, IconDoorExit, IconLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../account/me-context.ts';
import { DeleteSpaceDialog } from './DeleteSpaceDialog.tsx';
import { EditSpaceDialog } from './EditSpaceDialog.tsx';
import { LeaveSpaceDialog } from './LeaveSpaceDialog.tsx';
import { canDeleteSpace, canEditSpace, canLeaveSpace } from './space-rights.ts';

/** What can be done with a space, each for those who may. */
export const SpaceMenu = ({ space }: { readonly space: Space }) => {
  const me = useMe();
  const toast = useToast();
  const [open, setOpen] = useState<'edit' | 'delete' | 'leave' | null>(null);
  const close = (): void => {
    setOpen(null);
  };

  const copyLink = (): void => {
    void navigator.clipboard.writeText(`${location.origin}/spaces/${space.id}`).then(() => {
      toast({ text: 'Link copied', icon: IconLink });
    });
  };
  const mayEnd = [
    canLeaveSpace(space) && { label: 'Leave …', icon: IconDoorExit, isDanger: true, onSelect: () => setOpen('leave') },
    canDeleteSpace(me, space) && { label: 'Delete …', icon: IconTrash, isDanger: true, onSelect: () => setOpen('delete') },
  ].filter((entry) => entry !== false);
  const entries: MenuEntry[] = [
    { label: 'Copy link', icon: IconLink, onSelect: copyLink },
    ...(canEditSpace(me, space) ? [{ label: 'Edit', icon: IconPencil, onSelect: () => setOpen('edit') }] : []),
    ...(mayEnd.length > 0 ? (['line', ...mayEnd] as const) : []),
  ];

  return (
    <>
      <Menu align="end" trigger={<IconButton icon={IconDots} label={`More about ${space.name}`} size="small" />} entries={entries} />
      {open === 'edit' && <EditSpaceDialog space={space} onClose={close} />}
      {open === 'delete' && <DeleteSpaceDialog space={space} onClose={close} />}
      {open === 'leave' && <LeaveSpaceDialog space={space} onClose={close} />}
    </>
  );
};
