import { expect } from 'vitest';

// A reader of the world's frames, written by hand after their layout in SPEC.md.

const CELL = 8;
const DIRECTIONS = ['down', 'up', 'left', 'right'];
const KEY = 1;
const HAS_RECT = 2;
const HAS_OWN_STEP = 4;

export type Place = { x: number; y: number; direction: string };
export type Rect = { left: number; top: number; width: number; height: number };
export type Frame = { isKey: boolean; tick: number; rect?: Rect; ownStep?: Place & { seq: number | null } };

/** What a viewer knows after the frames it got. */
export type Seen = {
  frames: Frame[];
  rect: Rect | undefined;
  /** Where somebody is, by user id; who left the space or the view is not in it. */
  placeOf: (userId: string) => Place | undefined;
  profileOf: (userId: string) => Record<string, unknown> | undefined;
  read: (bytes: Uint8Array) => Frame;
};

type Reader = { byte: () => number; varint: () => number; text: (length: number) => string; isAtEnd: () => boolean };

function readerOf(bytes: Uint8Array): Reader {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new Error(`the frame ends at ${at}, in the middle of something`);
    at += 1;
    return value;
  };
  return {
    byte,
    varint: () => {
      let value = 0;
      for (let factor = 1; ; factor *= 128) {
        const next = byte();
        value += (next & 127) * factor;
        if (next < 128) break;
      }
      expect(value).toBeLessThan(2 ** 53);
      return value;
    },
    text: (length) => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from({ length }, byte)),
    isAtEnd: () => at === bytes.length,
  };
}

const directionOf = (number: number): string => {
  const direction = DIRECTIONS[number];
  if (direction === undefined) throw new Error(`${number} is no direction`);
  return direction;
};

/** Indexes of a list ascend: each is the one before it and a step of at least one. */
function indexes({ varint }: Reader): () => number {
  let last = -1;
  return () => {
    const index = (last === -1 ? 0 : last) + varint();
    expect(index).toBeGreaterThan(last);
    last = index;
    return index;
  };
}

export function createSeen(): Seen {
  const frames: Frame[] = [];
  const profiles = new Map<number, Record<string, unknown>>();
  const places = new Map<number, Place>();
  let rect: Rect | undefined;

  const introduced = (index: number): number => {
    if (!profiles.has(index)) throw new Error(`[FR5] ${index} was not introduced`);
    return index;
  };
  const isInView = ({ x, y }: Place): boolean => {
    if (!rect) return false;
    const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    return column >= rect.left && column < rect.left + rect.width && row >= rect.top && row < rect.top + rect.height;
  };
  const indexOf = (userId: string): number | undefined => [...profiles].find(([, profile]) => profile['userId'] === userId)?.[0];

  const readCell = (reader: Reader): void => {
    const { byte, varint } = reader;
    const [cx, cy, shape] = [varint(), varint(), varint()];
    const nextInside = indexes(reader);
    for (let left = Math.floor(shape / 4); left > 0; left -= 1) {
      const index = introduced(nextInside());
      const place = byte();
      places.set(index, {
        x: cx * CELL + (place % 8),
        y: cy * CELL + (Math.floor(place / 8) % 8),
        direction: directionOf(Math.floor(place / 64)),
      });
    }
    if (shape & 2) {
      const nextOutside = indexes(reader);
      for (let left = varint(); left > 0; left -= 1) {
        const index = introduced(nextOutside());
        places.set(index, { x: varint(), y: varint(), direction: directionOf(byte()) });
      }
    }
    if (shape & 1) {
      const nextGone = indexes(reader);
      for (let left = varint(); left > 0; left -= 1) places.delete(introduced(nextGone()));
    }
  };

  const read = (bytes: Uint8Array): Frame => {
    const reader = readerOf(bytes);
    const { byte, varint, text } = reader;
    expect(byte(), 'version').toBe(1);
    const flags = byte();
    expect(flags, 'flags').toBeLessThan(8);
    const frame: Frame = { isKey: (flags & KEY) !== 0, tick: varint() };
    if (frames.length === 0) expect(frame.isKey, '[FR1] the first frame is a key frame').toBe(true);
    if (frame.isKey) {
      expect(flags & HAS_RECT, '[FR1] a key frame has a rect').toBeTruthy();
      places.clear();
    }
    if (flags & HAS_RECT) {
      rect = { left: varint(), top: varint(), width: varint() + 1, height: varint() + 1 };
      frame.rect = rect;
    }
    if (flags & HAS_OWN_STEP) {
      const seq = varint();
      frame.ownStep = { seq: seq === 0 ? null : seq - 1, x: varint(), y: varint(), direction: directionOf(byte()) };
    }
    for (let left = varint(); left > 0; left -= 1) {
      const index = varint();
      // JSON of a profile: checked by the case that looks at it.
      profiles.set(index, JSON.parse(text(varint())) as Record<string, unknown>);
    }
    while (!reader.isAtEnd()) readCell(reader);
    for (const [index, place] of places) if (!isInView(place)) places.delete(index);
    frames.push(frame);
    return frame;
  };

  return {
    frames,
    get rect() {
      return rect;
    },
    placeOf: (userId) => {
      const index = indexOf(userId);
      return index === undefined ? undefined : places.get(index);
    },
    profileOf: (userId) => {
      const index = indexOf(userId);
      return index === undefined ? undefined : profiles.get(index);
    },
    read,
  };
}
