import type { SheetSize } from '@metaverse/ui';
import { useCallback, useState } from 'react';

export type PanelName = 'chat' | 'people';

export type PanelState = {
  readonly open: PanelName | null;
  readonly sheet: SheetSize;
  readonly toggle: (name: PanelName) => void;
  readonly show: (name: PanelName) => void;
  readonly close: () => void;
  readonly setSheet: (size: SheetSize) => void;
};

/** Which panel is open, and on phones how far. */
export function usePanel(): PanelState {
  const [open, setOpen] = useState<PanelName | null>(null);
  const [sheet, setSheet] = useState<SheetSize>('half');
  return {
    open,
    sheet,
    toggle: useCallback((name: PanelName) => setOpen((before) => (before === name ? null : name)), []),
    show: useCallback((name: PanelName) => setOpen(name), []),
    close: useCallback(() => setOpen(null), []),
    setSheet,
  };
}
