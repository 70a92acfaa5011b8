import { Dock, DockButton, DockLine } from '@metaverse/ui';
import { IconDoorExit, IconMessageCircle, IconUsers } from '@tabler/icons-react';
import { useNavigate } from 'react-router-dom';
import { SettingsMenu } from './SettingsMenu.tsx';
import type { PanelName } from './use-panel.ts';

export interface SpaceDockProps {
  readonly open: PanelName | null;
  readonly onToggle: (name: PanelName) => void;
  /** Messages not read yet in the rooms of the space. */
  readonly unread: number;
}

/** What one does in a space. */
export const SpaceDock = ({ open, onToggle, unread }: SpaceDockProps) => {
  const navigate = useNavigate();
  return (
    <Dock>
      <DockButton
        icon={IconMessageCircle}
        label="Chat"
        keys="C"
        isOpen={open === 'chat'}
        count={{ count: unread, label: `${unread} unread` }}
        onClick={() => onToggle('chat')}
      />
      <DockButton icon={IconUsers} label="People" keys="P" isOpen={open === 'people'} onClick={() => onToggle('people')} />
      <DockLine />
      <SettingsMenu />
      <DockButton icon={IconDoorExit} label="Leave" onClick={() => void navigate('/')} />
    </Dock>
  );
};
