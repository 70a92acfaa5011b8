import type { Point } from '../scene/camera.ts';

/** What fingers, mice and wheels mean. Points are in CSS px from the element's upper left corner. */
export type PointerMeanings = {
  /** Pressed and released on the spot. */
  readonly onTap: (point: Point) => void;
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (factor: number, point: Point) => void;
};

/** A press that moves less is a tap: fingers are never quite still. */
const TAP_SLACK_PX = 8;
/** Share of a zoom that one px of wheel is worth: a notch of 100 px zooms by a sixth. */
const ZOOM_PER_WHEEL_PX = 0.0016;
/** Wheels that count in lines or pages. */
const WHEEL_UNIT_PX: Readonly<Record<number, number>> = { 0: 1, 1: 16, 2: 400 };

type Press = { readonly start: Point; at: Point; hasMoved: boolean };

const middleOf = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Listens to an element: one pointer taps or pans, two pinch, the wheel zooms. Returns how to stop. */
export function listenToPointers(element: HTMLElement, { onTap, onPan, onZoom }: PointerMeanings): () => void {
  const presses = new Map<number, Press>();
  const stopping = new AbortController();
  const { signal } = stopping;

  const pointOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const pinch = (press: Press, other: Press, to: Point): void => {
    const before = { middle: middleOf(press.at, other.at), apart: distance(press.at, other.at) };
    const middle = middleOf(to, other.at);
    onPan(middle.x - before.middle.x, middle.y - before.middle.y);
    if (before.apart > 0) onZoom(distance(to, other.at) / before.apart, middle);
    press.hasMoved = true;
    other.hasMoved = true;
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0 && event.button !== 1) return;
    const point = pointOf(event);
    element.setPointerCapture(event.pointerId);
    presses.set(event.pointerId, { start: point, at: point, hasMoved: event.button === 1 });
  };

  const onMove = (event: PointerEvent): void => {
    const press = presses.get(event.pointerId);
    if (!press) return;
    const to = pointOf(event);
    const other = [...presses].find(([id]) => id !== event.pointerId)?.[1];
    if (other) pinch(press, other, to);
    else if (press.hasMoved || distance(press.start, to) > TAP_SLACK_PX) {
      press.hasMoved = true;
      onPan(to.x - press.at.x, to.y - press.at.y);
    } else return;
    press.at = to;
  };

  const onUp = (event: PointerEvent): void => {
    const press = presses.get(event.pointerId);
    presses.delete(event.pointerId);
    if (press && !press.hasMoved && event.type === 'pointerup') onTap(pointOf(event));
  };

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const pulledPx = event.deltaY * (WHEEL_UNIT_PX[event.deltaMode] ?? 1);
    onZoom(Math.exp(-pulledPx * ZOOM_PER_WHEEL_PX), pointOf(event));
  };

  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onUp, { signal });
  element.addEventListener('pointercancel', onUp, { signal });
  element.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => {
    stopping.abort();
  };
}
