import { type RefObject, useLayoutEffect, useState } from 'react';
import { NO_INSETS, type Stage } from '../scene/camera.ts';

/** Windows narrower than this have a sheet in place of the panel. */
const PHONE_BELOW_PX = 640;
const WIDE_FROM_PX = 1_280;
/** The panel with its distance from the edge and from the world's other things, in px. */
const PANEL_PX = { wide: 384 + 24, narrow: 352 + 24 } as const;
/** A sheet covers this share of the window; a full one counts as half, for nothing is seen beside it. */
const SHEET_SHARE = 0.54;

/** What of the window is covered. */
export function insetsOf(sides: { width: number; height: number }, open: 'panel' | null): Stage['insets'] {
  if (open === null) return NO_INSETS;
  if (sides.width < PHONE_BELOW_PX) return { ...NO_INSETS, bottom: Math.round(sides.height * SHEET_SHARE) };
  return { ...NO_INSETS, right: sides.width >= WIDE_FROM_PX ? PANEL_PX.wide : PANEL_PX.narrow };
}

/** The size of an element, followed; null before it is known. */
export function useSides(element: RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [sides, setSides] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = observed;
      setSides((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    measure();
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return sides;
}
