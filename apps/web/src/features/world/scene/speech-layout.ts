import type { Point } from './camera.ts';

/** What somebody said, where it should point, and how large it is; all in CSS px. */
export type SpeechBox = { readonly id: string; readonly tip: Point; readonly width: number; readonly height: number };

/**
 * Where the box lies: its upper left corner, how far from its left side the tail hangs, and the point it belongs to; how far the
 * tail's end is from that point where the box had to move up.
 */
export type SpeechPlace = {
  readonly tip: Point;
  readonly left: number;
  readonly top: number;
  readonly tailX: number;
  readonly stemPx: number;
};

/** Between which sides speech may lie, in CSS px. */
export type FreePart = { readonly left: number; readonly top: number; readonly right: number };

/** From the tip up to the box: the tail's length. */
export const TAIL_PX = 6;
/** The tail's middle is at least this far from both sides of the box, clear of its round corners. */
const TAIL_INSET_PX = 20;
/** Between boxes. */
const GAP_PX = 6;
/** Between boxes and the edge of the free part. */
const EDGE_PX = 8;

type Placed = SpeechBox & { readonly left: number; readonly top: number };
type Range = { readonly least: number; readonly most: number };

const clamp = (value: number, { least, most }: Range): number => Math.min(Math.max(value, least), Math.max(least, most));

/** Where the left side may lie so that the box is whole. Who stands outside the free part takes the box along. */
const wholeRange = ({ tip, width }: SpeechBox, free: FreePart): Range => ({
  least: free.left + EDGE_PX + Math.min(0, tip.x - free.left),
  most: free.right - EDGE_PX - width + Math.max(0, tip.x - free.right),
});

/** Where the left side may lie so that the box is whole and its tail still hangs over the head. */
function asideRange(box: SpeechBox, free: FreePart): Range {
  const whole = wholeRange(box, free);
  return {
    least: Math.max(whole.least, box.tip.x - box.width + TAIL_INSET_PX),
    most: Math.min(whole.most, box.tip.x - TAIL_INSET_PX),
  };
}

const isWithin = (left: number, { least, most }: Range): boolean => left >= least && left <= most;

const overlaps = (one: Placed, other: Placed): boolean =>
  one.left < other.left + other.width + GAP_PX &&
  other.left < one.left + one.width + GAP_PX &&
  one.top < other.top + other.height + GAP_PX &&
  other.top < one.top + one.height + GAP_PX;

/** Straight over the head, pushed inward where the free part ends. */
function overHead(box: SpeechBox, free: FreePart): Placed {
  const left = clamp(Math.round(box.tip.x - box.width / 2), wholeRange(box, free));
  const top = Math.round(box.tip.y) - TAIL_PX - box.height;
  return { ...box, left, top: box.tip.y > free.top ? Math.max(free.top, top) : top };
}

/** To the side of what is in the way, as little as does, while the tail reaches the head. */
function moveAside(box: Placed, placed: readonly Placed[], free: FreePart): Placed | undefined {
  const range = asideRange(box, free);
  return placed
    .flatMap((other) => [other.left - GAP_PX - box.width, other.left + other.width + GAP_PX])
    .filter((left) => isWithin(left, range))
    .sort((one, other) => Math.abs(one - box.left) - Math.abs(other - box.left))
    .map((left) => ({ ...box, left }))
    .find((moved) => !placed.some((other) => overlaps(moved, other)));
}

/** Two neighbours both give way, each to its own side. */
function part(box: Placed, placed: readonly Placed[], free: FreePart): { box: Placed; neighbour: Placed } | undefined {
  const [neighbour, ...more] = placed.filter((other) => overlaps(box, other));
  if (!neighbour || more.length > 0 || box.tip.x === neighbour.tip.x) return undefined;
  const [mine, theirs] = [asideRange(box, free), asideRange(neighbour, free)];
  const isLeft = box.tip.x < neighbour.tip.x;
  const left = isLeft ? mine.least : mine.most;
  const pushed = { ...neighbour, left: isLeft ? left + box.width + GAP_PX : left - GAP_PX - neighbour.width };
  const moved = { ...box, left };
  const others = placed.filter((other) => other !== neighbour);
  const isFree = !others.some((other) => overlaps(moved, other) || overlaps(pushed, other));
  return isFree && isWithin(left, mine) && isWithin(pushed.left, theirs) ? { box: moved, neighbour: pushed } : undefined;
}

/** Above what is in the way; undefined where the free part ends before that. */
function moveUp(box: Placed, placed: readonly Placed[], free: FreePart): Placed | undefined {
  let moved = box;
  for (
    let inWay = placed.filter((other) => overlaps(moved, other));
    inWay.length > 0;
    inWay = placed.filter((other) => overlaps(moved, other))
  ) {
    moved = { ...moved, top: Math.min(...inWay.map(({ top }) => top)) - GAP_PX - box.height };
    if (moved.top < free.top) return undefined;
  }
  return moved;
}

/**
 * Where speech lies so that all of it can be read: the newest over its head, older ones aside while their tails still reach
 * their heads, else above. Takes the newest first. What finds no room has no place: the chat has it.
 */
export function layoutSpeech(newestFirst: readonly SpeechBox[], free: FreePart): ReadonlyMap<string, SpeechPlace> {
  let placed: readonly Placed[] = [];
  for (const each of newestFirst) {
    const box = overHead(each, free);
    const aside = placed.some((other) => overlaps(box, other)) ? moveAside(box, placed, free) : box;
    const parted = aside ? undefined : part(box, placed, free);
    if (parted) placed = [...placed.map((other) => (other.id === parted.neighbour.id ? parted.neighbour : other)), parted.box];
    const alone = aside ?? (parted ? undefined : moveUp(box, placed, free));
    if (alone) placed = [...placed, alone];
  }
  return new Map(
    placed.map(({ id, tip, left, top, width, height }) => [
      id,
      {
        tip,
        left,
        top,
        tailX: clamp(Math.round(tip.x) - left, { least: TAIL_INSET_PX, most: width - TAIL_INSET_PX }),
        stemPx: Math.max(0, Math.round(tip.y) - TAIL_PX - top - height),
      },
    ]),
  );
}
