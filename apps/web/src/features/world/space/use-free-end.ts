import { useEffect } from 'react';

/** Tells toasts, which lie outside of this page, how much of the window's end an open panel covers, in CSS px. */
export function useFreeEnd(coveredPx: number): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--free-end', `${coveredPx}px`);
    return () => {
      style.removeProperty('--free-end');
    };
  }, [coveredPx]);
}
