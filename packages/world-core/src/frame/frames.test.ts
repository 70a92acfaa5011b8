import type { Player } from '@metaverse/contracts';
import { seededRandom } from '@metaverse/test-kit';
import { expect, test } from 'vitest';
import { cellOf, CELL_TILES, type CellRect, cellsOf, isTileInRect } from '../cells.ts';
import { FrameError } from './byte-reader.ts';
import { decodeFrame } from './decode.ts';
import { encodeCell, encodeFrameHeader, encodeIntro, type FrameHeader } from './encode.ts';
import { createFrameReader } from './frame-reader.ts';

const idOf = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const profileOf = (n: number) => ({
  userId: idOf(n),
  username: `user-${n}`,
  displayName: `Ünïcode 🦊 ${n}`,
  avatar: { id: null, look: null, imageUrl: null },
  presence: 'online' as const,
});
const everywhere: CellRect = { left: 0, top: 0, right: 62, bottom: 62 };

const frame = (header: Partial<FrameHeader>, ...cells: Uint8Array[]): Uint8Array =>
  Uint8Array.from([encodeFrameHeader({ tick: 1, isKey: false, intros: [], ...header }), ...cells].flatMap((part) => [...part]));
const key = (rect: CellRect, people: readonly number[], ...cells: Uint8Array[]): Uint8Array =>
  frame({ isKey: true, rect, intros: people.map((n) => encodeIntro(n, profileOf(n))) }, ...cells);

test('what was written is read again: header, own step, introductions', () => {
  const rect = { left: 3, top: 0, right: 9, bottom: 40 };
  const bytes = frame({
    tick: 2 ** 40,
    isKey: true,
    rect,
    ownStep: { seq: 0, x: 499, y: 128, direction: 'left' },
    intros: [encodeIntro(0, profileOf(0)), encodeIntro(70_000, profileOf(1))],
  });
  expect(decodeFrame(bytes)).toEqual({
    tick: 2 ** 40,
    isKey: true,
    rect,
    ownStep: { seq: 0, x: 499, y: 128, direction: 'left' },
    intros: [
      { index: 0, profile: profileOf(0) },
      { index: 70_000, profile: profileOf(1) },
    ],
    spots: [],
    gone: [],
  });
  expect(decodeFrame(frame({ ownStep: { seq: null, x: 1, y: 2, direction: 'up' } })).ownStep?.seq).toBeNull();
});

test.each([1, 2, 3, 4])('[FR3] cells hold every place, direction and index (seed %i)', (seed) => {
  const random = seededRandom(seed);
  for (let round = 0; round < 50; round += 1) {
    const cell = { cx: Math.floor(random() * 63), cy: Math.floor(random() * 63) };
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? (from[0] as T); // the lists below are not empty
    const spots = Array.from({ length: Math.floor(random() * 30) }, () => ({
      index: Math.floor(random() * 100_000),
      x: random() < 0.8 ? cell.cx * CELL_TILES + Math.floor(random() * CELL_TILES) : Math.floor(random() * 500),
      y: random() < 0.8 ? cell.cy * CELL_TILES + Math.floor(random() * CELL_TILES) : Math.floor(random() * 500),
      direction: pick(['down', 'up', 'left', 'right'] as const),
    }));
    const gone = Array.from({ length: Math.floor(random() * 4) }, () => Math.floor(random() * 300)).sort((a, b) => a - b);
    const read = decodeFrame(frame({}, encodeCell({ cell, spots, gone })));
    const sorted = (list: typeof spots) => [...list].sort((a, b) => a.index - b.index || a.x - b.x || a.y - b.y);
    expect(sorted(read.spots)).toEqual(sorted(spots));
    expect(read.gone).toEqual(gone);
  }
});

test('a step inside a cell costs two bytes, an empty frame four', () => {
  const spots = (count: number) => Array.from({ length: count }, (_, index) => ({ index, x: 3, y: 4, direction: 'down' as const }));
  const lengthOf = (count: number) => encodeCell({ cell: { cx: 0, cy: 0 }, spots: spots(count), gone: [] }).length;
  expect(lengthOf(21) - lengthOf(20)).toBe(2);
  expect(frame({ tick: 5 }).length).toBe(4);
});

test('[FR1] a key frame tells who came, who moved and who is no longer there', () => {
  const reader = createFrameReader();
  const cell = { cx: 0, cy: 0 };
  const at = (index: number, x: number) => ({ index, x, y: 0, direction: 'down' as const });
  const first = reader.read(key(everywhere, [1, 2], encodeCell({ cell, spots: [at(1, 1), at(2, 2)], gone: [] })));
  expect(first.entered.map(({ userId }) => userId)).toEqual([idOf(1), idOf(2)]);
  const again = reader.read(key(everywhere, [], encodeCell({ cell, spots: [at(1, 1)], gone: [] })));
  expect(again).toMatchObject({ entered: [], moved: [], left: [idOf(2)] });
  const moved = reader.read(key(everywhere, [], encodeCell({ cell, spots: [at(1, 3)], gone: [] })));
  expect(moved).toMatchObject({ entered: [], moved: [{ userId: idOf(1), x: 3 }], left: [] });
});

test('[FR4] who walks out of the rectangle, or is left behind by it, is forgotten', () => {
  const reader = createFrameReader();
  const rect = { left: 0, top: 0, right: 1, bottom: 0 };
  const at = (index: number, x: number) => ({ index, x, y: 0, direction: 'right' as const });
  reader.read(key(rect, [1, 2], encodeCell({ cell: { cx: 1, cy: 0 }, spots: [at(1, 15), at(2, 8)], gone: [] })));
  expect(reader.read(frame({}, encodeCell({ cell: { cx: 1, cy: 0 }, spots: [at(1, 16)], gone: [] }))).left).toEqual([idOf(1)]);
  expect(reader.read(frame({ rect: { left: 0, top: 0, right: 0, bottom: 0 } })).left).toEqual([idOf(2)]);
  expect(reader.players()).toEqual([]);
});

test('[FR3] crossing into another cell that is seen is a move, leaving the space is a leave', () => {
  const reader = createFrameReader();
  const at = (x: number) => ({ index: 1, x, y: 0, direction: 'right' as const });
  reader.read(key(everywhere, [1], encodeCell({ cell: { cx: 0, cy: 0 }, spots: [at(7)], gone: [] })));
  const crossing = frame(
    {},
    encodeCell({ cell: { cx: 1, cy: 0 }, spots: [at(8)], gone: [] }),
    encodeCell({ cell: { cx: 0, cy: 0 }, spots: [at(8)], gone: [] }),
  );
  expect(reader.read(crossing)).toMatchObject({ entered: [], moved: [{ userId: idOf(1), x: 8 }], left: [] });
  expect(reader.read(frame({}, encodeCell({ cell: { cx: 1, cy: 0 }, spots: [], gone: [1] })))).toMatchObject({ left: [idOf(1)] });
});

test('[FR5] another introduction replaces the first', () => {
  const reader = createFrameReader();
  const cell = encodeCell({ cell: { cx: 0, cy: 0 }, spots: [{ index: 1, x: 0, y: 0, direction: 'up' }], gone: [] });
  reader.read(key(everywhere, [1], cell));
  const renamed = { ...profileOf(1), displayName: 'New name' };
  expect(reader.read(frame({ intros: [encodeIntro(1, renamed)] }, cell)).entered).toMatchObject([{ displayName: 'New name' }]);
});

test('a reader that was told by the join answer who is there reports only what differs', () => {
  const reader = createFrameReader();
  const player = (n: number, x: number): Player => ({ ...profileOf(n), x, y: 0, direction: 'down' });
  reader.prime([
    { index: 1, player: player(1, 1) },
    { index: 2, player: player(2, 2) },
  ]);
  const spots = [1, 2, 3].map((index) => ({ index, x: index === 2 ? 5 : index, y: 0, direction: 'down' as const }));
  const facts = reader.read(
    frame(
      { isKey: true, rect: everywhere, intros: [encodeIntro(3, profileOf(3))] },
      encodeCell({ cell: { cx: 0, cy: 0 }, spots, gone: [] }),
    ),
  );
  expect(facts).toMatchObject({ entered: [{ userId: idOf(3) }], moved: [{ userId: idOf(2), x: 5 }], left: [] });
});

const hostile: [string, Uint8Array][] = [
  ['nothing', new Uint8Array()],
  ['an unknown version', Uint8Array.of(2, 0, 1, 0)],
  ['unknown flags', Uint8Array.of(1, 8, 1, 0)],
  ['a key frame without rectangle', Uint8Array.of(1, 1, 1, 0)],
  ['an end within the header', Uint8Array.of(1, 4, 1, 1)],
  ['a number that never ends', new Uint8Array(100_000).fill(0x80).fill(1, 0, 1).fill(0, 1, 2)],
  ['a number beyond 2^53', Uint8Array.of(1, 0, 255, 255, 255, 255, 255, 255, 255, 127, 0)],
  ['more introductions than bytes', Uint8Array.of(1, 0, 1, 255, 255, 255, 127)],
  ['an introduction longer than the frame', Uint8Array.of(1, 0, 1, 1, 1, 50, 123, 125)],
  ['an introduction that is no profile', Uint8Array.of(1, 0, 1, 1, 1, 2, 123, 125)],
  ['an introduction that is no UTF-8', Uint8Array.of(1, 0, 1, 1, 1, 2, 255, 254)],
  ['more people than bytes', Uint8Array.of(1, 0, 1, 0, 0, 0, 252, 255, 255, 127)],
  ['a cell that is cut off', Uint8Array.of(1, 0, 1, 0, 0)],
  ['a direction that does not exist', Uint8Array.of(1, 0, 1, 0, 0, 0, 2, 1, 1, 9, 9, 4)],
];

test.each(hostile)('[FR8] refuses %s', (_name, bytes) => {
  expect(() => decodeFrame(bytes)).toThrow(FrameError);
});

test('[FR8] a refused frame changes nothing', () => {
  const reader = createFrameReader();
  const spot = { index: 1, x: 0, y: 0, direction: 'up' as const };
  expect(() => reader.read(frame({}))).toThrow('the first frame is not a key frame');
  reader.read(key(everywhere, [1], encodeCell({ cell: { cx: 0, cy: 0 }, spots: [spot], gone: [] })));
  const stranger = encodeCell({
    cell: { cx: 0, cy: 0 },
    spots: [
      { ...spot, x: 5 },
      { ...spot, index: 9 },
    ],
    gone: [],
  });
  expect(() => reader.read(frame({ isKey: true, rect: everywhere }, stranger))).toThrow('somebody was not introduced');
  expect(reader.players()).toMatchObject([{ userId: idOf(1), x: 0 }]);
});

test('[FR5] somebody who was never met may be told to be gone', () => {
  const reader = createFrameReader();
  const spot = { index: 1, x: 0, y: 0, direction: 'up' as const };
  reader.read(key(everywhere, [1], encodeCell({ cell: { cx: 0, cy: 0 }, spots: [spot], gone: [] })));
  const facts = reader.read(frame({}, encodeCell({ cell: { cx: 0, cy: 0 }, spots: [{ ...spot, x: 1 }], gone: [9] })));
  expect(facts).toMatchObject({ left: [], entered: [], moved: [{ userId: idOf(1), x: 1 }] });
});

test.each([1, 2, 3, 4, 5, 6])('[FR8] random and damaged bytes are read or refused, never anything else (seed %i)', (seed) => {
  const random = seededRandom(seed);
  const whole = key(
    everywhere,
    [1, 2, 3],
    encodeCell({ cell: { cx: 1, cy: 1 }, spots: [1, 2, 3].map((index) => ({ index, x: 8 + index, y: 9, direction: 'left' })), gone: [4] }),
  );
  for (let round = 0; round < 3_000; round += 1) {
    const bytes =
      random() < 0.5
        ? Uint8Array.from({ length: Math.floor(random() * 80) }, () => Math.floor(random() * 256))
        : whole.slice(0, Math.ceil(random() * whole.length));
    if (random() < 0.7) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    const reader = createFrameReader();
    try {
      reader.read(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(FrameError);
    }
  }
});

test.each([1, 2, 3])('[FR2] [FR4] a viewer that is sent the news of its cells knows exactly who is in view (seed %i)', (seed) => {
  const random = seededRandom(seed);
  const side = 64;
  const people = new Map(
    Array.from({ length: 40 }, (_, index) => [
      index,
      { x: Math.floor(random() * side), y: Math.floor(random() * side), direction: 'down' as const },
    ]),
  );
  const reader = createFrameReader();
  const introduced = new Set<number>();
  let rect: CellRect = { left: 2, top: 2, right: 4, bottom: 4 };
  let isFirst = true;

  for (let tick = 0; tick < 300; tick += 1) {
    const news = new Map<string, { cell: { cx: number; cy: number }; spots: Set<number> }>();
    const note = (cell: { cx: number; cy: number }, index: number): void => {
      const name = `${cell.cx},${cell.cy}`;
      const entry = news.get(name) ?? { cell, spots: new Set() };
      news.set(name, entry);
      entry.spots.add(index);
    };
    for (const [index, spot] of people) {
      if (random() < 0.5) continue;
      const next = {
        ...spot,
        x: Math.min(side - 1, Math.max(0, spot.x + Math.floor(random() * 3) - 1)),
        y: Math.min(side - 1, Math.max(0, spot.y + Math.floor(random() * 3) - 1)),
      };
      note(cellOf(spot), index);
      note(cellOf(next), index);
      people.set(index, next);
    }
    const before = rect;
    if (random() < 0.2)
      rect = {
        left: Math.floor(random() * 4),
        top: Math.floor(random() * 4),
        right: 4 + Math.floor(random() * 4),
        bottom: 4 + Math.floor(random() * 4),
      };
    const parts = cellsOf(rect).flatMap((cell) => {
      const isNew = isFirst || !isTileInRect(before, { x: cell.cx * CELL_TILES, y: cell.cy * CELL_TILES });
      const indexes = isNew
        ? [...people].filter(([, spot]) => cellOf(spot).cx === cell.cx && cellOf(spot).cy === cell.cy).map(([index]) => index)
        : [...(news.get(`${cell.cx},${cell.cy}`)?.spots ?? [])];
      return indexes.length === 0 ? [] : [{ cell, indexes }];
    });
    const strangers = new Set(parts.flatMap(({ indexes }) => indexes).filter((index) => !introduced.has(index)));
    for (const index of strangers) introduced.add(index);
    const spotsOf = (indexes: number[]) =>
      indexes.flatMap((index) => {
        const spot = people.get(index);
        return spot ? [{ index, ...spot }] : [];
      });
    reader.read(
      frame(
        { tick, isKey: isFirst, rect, intros: [...strangers].map((n) => encodeIntro(n, profileOf(n))) },
        ...parts.map(({ cell, indexes }) => encodeCell({ cell, spots: spotsOf(indexes), gone: [] })),
      ),
    );
    isFirst = false;

    const expected = [...people].filter(([, spot]) => isTileInRect(rect, spot)).map(([index, { x, y }]) => ({ userId: idOf(index), x, y }));
    const known = reader.players().map(({ userId, x, y }) => ({ userId, x, y }));
    const byId = (a: { userId: string }, b: { userId: string }) => a.userId.localeCompare(b.userId);
    expect(known.sort(byId)).toEqual(expected.sort(byId));
  }
});

test('numbers of every size survive', () => {
  const numbers = [0, 1, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER];
  expect(numbers.map((tick) => decodeFrame(frame({ tick })).tick)).toEqual(numbers);
});
