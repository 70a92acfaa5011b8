import { clsx } from 'clsx';
import { Slot } from 'radix-ui';
import type { ReactElement } from 'react';

export interface NavLinkProps {
  readonly isCurrent: boolean;
  /** The router's link with its text and count. */
  readonly children: ReactElement;
}

/** A link of the top bar; the current one is underlined. */
export const NavLink = ({ isCurrent, children }: NavLinkProps) => (
  <Slot.Root
    aria-current={isCurrent ? 'page' : undefined}
    className={clsx(
      'focus-inset relative inline-flex h-full items-center gap-2 px-3 text-14 font-semibold no-underline hover:text-ink',
      isCurrent
        ? 'text-ink after:absolute after:inset-x-3 after:-bottom-px after:h-0.5 after:bg-ink forced-colors:after:bg-[Highlight]'
        : 'text-muted',
    )}
  >
    {children}
  </Slot.Root>
);
