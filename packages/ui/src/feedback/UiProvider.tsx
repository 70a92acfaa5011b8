import { Direction, Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { ToastProvider } from './Toasts.tsx';

export interface UiProviderProps {
  readonly direction?: 'ltr' | 'rtl' | undefined;
  readonly children: ReactNode;
}

/** What the components need above them, once per app: tooltips' timing, toasts, the reading direction. */
export const UiProvider = ({ direction = 'ltr', children }: UiProviderProps) => (
  <Direction.Provider dir={direction}>
    <Tooltip.Provider delayDuration={400} skipDelayDuration={300}>
      <ToastProvider>{children}</ToastProvider>
    </Tooltip.Provider>
  </Direction.Provider>
);
