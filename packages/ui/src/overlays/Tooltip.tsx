import { Tooltip as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from '../text/Kbd.tsx';

export interface TooltipProps {
  readonly label: ReactNode;
  /** The key that does the same, as in `M`. */
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** One element that takes a ref and spreads its props. */
  readonly children: ReactElement;
}

/** What a control does, after 400 ms of rest or at once on keyboard focus. Needs {@link UiProvider} above it. */
export const Tooltip = ({ label, keys, side = 'top', children }: TooltipProps) => (
  <Primitive.Root>
    <Primitive.Trigger asChild>{children}</Primitive.Trigger>
    <Primitive.Portal>
      <Primitive.Content
        side={side}
        sideOffset={6}
        collisionPadding={12}
        className="z-60 inline-flex max-w-72 animate-appear items-center gap-2 rounded-inner bg-inverse px-2.5 py-1.5 text-13 font-medium text-on-inverse"
      >
        {label}
        {keys !== undefined && <Kbd isInverse>{keys}</Kbd>}
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
);
