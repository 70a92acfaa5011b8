import type { ReactNode } from 'react';

export interface NameplateProps {
  /** The mark inside the router's link to the spaces (a back arrow on phones). */
  readonly back: ReactNode;
  /** A `TitleButton` (in a `Menu`) or a heading with the space's name. */
  readonly title: ReactNode;
  /** A `NameplatePeople`; false while nothing is known. */
  readonly people?: ReactNode | undefined;
}

/** Upper start corner of a space: out, what it is called, who is here. */
export const Nameplate = ({ back, title, people }: NameplateProps) => (
  <header
    data-bordered
    className="flex h-12 max-w-full min-w-0 items-center gap-1 rounded-panel bg-surface ps-2.5 pe-1.5 shadow-float ground-surface max-sm:ps-1.5"
  >
    {back}
    <span className="min-w-0 ps-1 max-sm:-ms-2.5">{title}</span>
    {Boolean(people) && <span aria-hidden className="mx-1 h-6 w-px shrink-0 bg-line max-sm:hidden" />}
    {people}
  </header>
);
