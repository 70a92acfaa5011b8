import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';

/** Half is 54 % of the window, full leaves 12 px of the world. */
export type SheetSize = 'half' | 'full';

export interface SheetProps {
  /** The accessible name: "Chat". */
  readonly label: string;
  readonly size: SheetSize;
  readonly onSizeChange: (size: SheetSize) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A pull of this many pixels moves the sheet one step; less lets it fall back. */
const PULL_PX = 56;

const heights: Readonly<Record<SheetSize, string>> = { half: 'h-[54dvh]', full: 'h-[calc(100dvh-12px)]' };

/** What a pull down (positive, in pixels) leads to. */
const afterPull = (size: SheetSize, pulledPx: number): SheetSize | 'closed' => {
  if (pulledPx < -PULL_PX) return 'full';
  if (pulledPx > PULL_PX * 4 || (pulledPx > PULL_PX && size === 'half')) return 'closed';
  return pulledPx > PULL_PX ? 'half' : size;
};

/** The phone's panel: rises from the bottom, half or full, pulled by its handle or by the arrow keys on it. */
export const Sheet = ({ label, size, onSizeChange, onClose, children }: SheetProps) => {
  const sheet = useRef<HTMLElement>(null);
  const startY = useRef<number>(null);

  const settle = (to: SheetSize | 'closed'): void => {
    if (to === 'closed') onClose();
    else if (to !== size) onSizeChange(to);
  };
  const pull = (event: PointerEvent): void => {
    if (startY.current === null || !sheet.current) return;
    sheet.current.style.transform = `translateY(${Math.max(event.clientY - startY.current, -24)}px)`;
  };
  const release = (event: PointerEvent): void => {
    if (startY.current === null || !sheet.current) return;
    sheet.current.style.transform = '';
    const pulledPx = event.clientY - startY.current;
    startY.current = null;
    settle(afterPull(size, pulledPx));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowUp') settle('full');
    if (event.key === 'ArrowDown') settle(size === 'full' ? 'half' : 'closed');
  };

  return (
    <section
      ref={sheet}
      aria-label={label}
      // A press beside its controls leaves the focus inside.
      tabIndex={-1}
      className={`outline-none focus-visible:shadow-none fixed inset-x-0 bottom-0 z-20 flex animate-rise flex-col overflow-hidden rounded-t-sheet bg-surface pb-[env(safe-area-inset-bottom)] shadow-over ground-surface ${heights[size]}`}
    >
      <button
        type="button"
        aria-label={size === 'half' ? 'Make the sheet larger' : 'Make the sheet smaller'}
        onClick={(event) => {
          // Pointer presses end in `release`; only the keyboard (and assistive technology) clicks without one.
          if (event.detail === 0) settle(size === 'half' ? 'full' : 'half');
        }}
        onKeyDown={onKey}
        onPointerDown={(event) => {
          startY.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={pull}
        onPointerUp={release}
        onPointerCancel={release}
        className="focus-inset hit relative flex h-4 w-full shrink-0 touch-none justify-center pt-2"
      >
        <span className="block h-1 w-9 rounded-full bg-line-strong" />
      </button>
      {children}
    </section>
  );
};
