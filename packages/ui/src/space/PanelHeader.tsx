import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/IconButton.tsx';

export interface PanelHeaderProps {
  /** Text, or a button that opens a menu (a room's name). */
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly closeKeys?: string | undefined;
  /** Compact icon buttons before the cross. */
  readonly actions?: ReactNode | undefined;
}

/** The head of a panel or sheet. */
export const PanelHeader = ({ title, onClose, closeKeys, actions }: PanelHeaderProps) => (
  <header className="flex h-14 shrink-0 items-center gap-0.5 p-2 ps-4">
    <h2 className={`min-w-0 flex-1 ${typeof title === 'string' ? 'truncate' : '-ms-1.5 flex'}`}>{title}</h2>
    {actions}
    <IconButton icon={IconX} label="Close" keys={closeKeys} size="compact" onClick={onClose} tooltipSide="bottom" />
  </header>
);
