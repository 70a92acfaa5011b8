import type { ReactNode } from 'react';

export interface DockProps {
  readonly label?: string | undefined;
  /** {@link DockButton}s and {@link DockLine}s. */
  readonly children: ReactNode;
}

/** The actions of a space, at its lower edge. The place that centres it is the page's affair. */
export const Dock = ({ label = 'Actions', children }: DockProps) => (
  <nav
    aria-label={label}
    data-bordered
    className="flex w-max items-center gap-1 rounded-dock bg-surface p-1.5 shadow-float ground-surface max-sm:w-full max-sm:justify-between"
  >
    {children}
  </nav>
);

/** The hairline between groups of the dock. */
export const DockLine = () => <span aria-hidden className="mx-1 h-6 w-px shrink-0 bg-line max-sm:hidden" />;
