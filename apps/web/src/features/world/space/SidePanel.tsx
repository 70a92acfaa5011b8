import { Panel, Sheet } from '@metaverse/ui';
import type { ReactNode } from 'react';
import type { PanelState } from './use-panel.ts';
import { useMedia } from './use-media.ts';

export interface SidePanelProps {
  readonly label: string;
  readonly panel: PanelState;
  readonly children: ReactNode;
}

/** A panel at the side; over a scrim where there is little room; on phones a sheet. */
export const SidePanel = ({ label, panel, children }: SidePanelProps) => {
  const isPhone = useMedia('(width < 40rem)');
  if (isPhone)
    return (
      <Sheet label={label} size={panel.sheet} onSizeChange={panel.setSheet} onClose={panel.close}>
        {children}
      </Sheet>
    );
  return (
    <>
      <button
        type="button"
        aria-label="Close"
        tabIndex={-1}
        onClick={panel.close}
        className="absolute inset-0 z-10 animate-appear cursor-default bg-scrim lg:hidden"
      />
      <Panel label={label}>{children}</Panel>
    </>
  );
};
