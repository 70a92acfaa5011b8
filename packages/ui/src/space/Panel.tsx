import type { ReactNode } from 'react';

export interface PanelProps {
  /** The accessible name: "Chat". */
  readonly label: string;
  /** A {@link PanelHeader} and what scrolls below it. */
  readonly children: ReactNode;
}

/** The panel over the world's end side: 384 px wide, 352 below 1280. On phones use a `Sheet`. */
export const Panel = ({ label, children }: PanelProps) => (
  <aside
    aria-label={label}
    // A press beside its controls leaves the focus inside: Esc goes on leading back to the world.
    tabIndex={-1}
    data-bordered
    className="outline-none focus-visible:shadow-none absolute inset-y-3 end-3 z-10 flex w-88 animate-rise flex-col overflow-hidden rounded-panel bg-surface shadow-float ground-surface xl:w-96"
  >
    {children}
  </aside>
);
