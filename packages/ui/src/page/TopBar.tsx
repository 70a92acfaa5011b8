import type { ReactNode } from 'react';

export interface TopBarProps {
  /** The logo inside the router's link to the start. */
  readonly brand: ReactNode;
  /** {@link NavLink}s. */
  readonly children?: ReactNode | undefined;
  /** Search, the profile's menu. */
  readonly end?: ReactNode | undefined;
}

/** The head of every page that is not a space. */
export const TopBar = ({ brand, children, end }: TopBarProps) => (
  <header className="relative flex h-16 items-center gap-6 border-b border-line bg-paper px-8 ground-paper max-sm:h-14 max-sm:gap-2 max-sm:px-4 max-sm:[&_[data-logo-name]]:sr-only">
    {brand}
    {children !== undefined && (
      <nav aria-label="Main" className="ms-2 flex h-full gap-1 max-sm:ms-0">
        {children}
      </nav>
    )}
    {end !== undefined && <div className="ms-auto flex items-center gap-2">{end}</div>}
  </header>
);
