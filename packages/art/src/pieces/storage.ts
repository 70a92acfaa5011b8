/** Shelves, printer, bin, coat stand. */
import { clay, ink, lagoon, leaf, moss, mustard, oak, paper, persimmon, plum, rose, sky, slate, steel, walnut } from '../palette.ts';
import type { Ramp } from '../palette.ts';
import { cycled } from '../pick.ts';
import type { NonEmpty } from '../pick.ts';
import { piece } from '../piece.ts';
import type { Piece } from '../piece.ts';
import { box, boxShadow, circle, ellipse, line, path, rect, roundShadow } from '../shapes.ts';

const spines: NonEmpty<Ramp> = [lagoon, mustard, persimmon, slate, moss, paper, plum, walnut, rose, sky];

/** Books from x to x + w standing on y; the pattern follows the seed, so shelves differ. */
const books = (x: number, y: number, w: number, seed: number): string => {
  let at = x;
  let art = '';
  for (let i = 0; at < x + w - 5; i += 1) {
    const ramp = cycled(spines, i * 3 + seed);
    const width = 5 + ((i * 5 + seed * 3) % 4);
    const height = 19 + ((i * 7 + seed * 5) % 8);
    art +=
      rect(at, y - height, width, height, ramp.base, 1) +
      rect(at, y - height, 1.8, height, ramp.light, 0.9) +
      rect(at + 1, y - height + 5, width - 2, 2, ramp.pale, 0, { opacity: 0.8 });
    at += width + 0.8;
  }
  return art;
};

/** A case that stands with its back to a wall: a deep top, an inside in shade, three boards. */
const bookcase = (id: string, name: string, tiles: number): Piece => {
  const w = tiles * 64;
  const board = (y: number): string =>
    rect(10, y, w - 20, 5, oak.base) + rect(10, y, w - 20, 1.8, oak.pale) + rect(10, y + 5, w - 20, 5, ink.shade, 0, { opacity: 0.18 });
  const trinkets =
    tiles === 1
      ? ''
      : path(`M${w - 42} -30L${w - 44} -41H${w - 28}L${w - 30} -30Z`, clay.base) +
        path(
          `M${w - 36} -41Q${w - 50} -46 ${w - 46} -56Q${w - 36} -52 ${w - 36} -44Q${w - 36} -54 ${w - 26} -56Q${w - 24} -46 ${w - 36} -41Z`,
          leaf.light,
        ) +
        rect(w - 46, -16, 22, 18, paper.light, 2) +
        circle(w - 35, -7, 5, persimmon.light);
  return piece({
    id,
    name,
    family: 'storage',
    tilesWide: tiles,
    tilesHigh: 1,
    artTop: 90,
    svg: () =>
      boxShadow(4, 26, w - 8, 34) +
      rect(4, -88, w - 8, 150, oak.shade, 5) +
      rect(4, -88, w - 8, 22, oak.light, 5) +
      line(`M8 -70V-82Q8 -84 12 -84H${w - 14}`, oak.pale, 2) +
      rect(10, -62, w - 20, 116, walnut.shade, 2) +
      rect(10, -62, w - 20, 8, ink.shade, 0, { opacity: 0.25 }) +
      books(13, -30, w - (tiles === 1 ? 26 : 64), 1) +
      board(-30) +
      books(13, 2, w - (tiles === 1 ? 36 : 66), 4) +
      trinkets +
      board(2) +
      books(13, 30, (w - 26) * 0.6, 7) +
      rect(w - 14 - (w - 26) * 0.34, 14, (w - 26) * 0.34, 16, clay.light, 3) +
      rect(w - 14 - (w - 26) * 0.34, 14, (w - 26) * 0.34, 4, clay.pale, 2) +
      board(30) +
      rect(10, 36, w - 20, 20, oak.base, 2) +
      line(`M${w / 2} 37V55`, oak.deep, 1.6) +
      line(`M${w / 2 - 8} 45v3M${w / 2 + 8} 45v3`, walnut.base, 3),
  });
};

const sideboard: Piece = piece({
  id: 'sideboard',
  name: 'Sideboard',
  family: 'storage',
  tilesWide: 2,
  tilesHigh: 1,
  artTop: 44,
  svg: () =>
    boxShadow(4, 18, 120, 42) +
    box({ x: 4, y: 14, w: 120, d: 42, h: 34, ramp: oak }) +
    rect(10, 28, 34, 24, oak.base, 3) +
    rect(47, 28, 34, 24, oak.base, 3) +
    rect(84, 28, 34, 24, oak.base, 3) +
    line('M24 33h6M61 33h6M98 33h6', walnut.base, 3) +
    books(84, 2, 32, 2) +
    path('M22 6L19 -10H39L36 6Q29 9 22 6Z', paper.base) +
    path('M29 -10Q10 -18 14 -34Q28 -30 29 -14ZM29 -10Q48 -16 46 -32Q32 -30 29 -14ZM29 -12Q20 -28 29 -42Q38 -28 29 -12Z', leaf.base) +
    path('M29 -12Q25 -28 29 -42Q33 -28 29 -12Z', leaf.light),
});

const printer: Piece = piece({
  id: 'printer',
  name: 'Printer',
  family: 'storage',
  tilesWide: 1,
  tilesHigh: 1,
  artTop: 30,
  svg: () =>
    boxShadow(8, 18, 48, 40) +
    box({ x: 7, y: 16, w: 50, d: 42, h: 20, ramp: slate, radius: 5 }) +
    rect(12, 46, 40, 9, slate.base, 2) +
    line('M26 50h12', slate.pale, 2) +
    box({ x: 9, y: 14, w: 46, d: 36, h: 22, z: 18, ramp: steel, radius: 6 }) +
    rect(16, 14, 32, 6, ink.base, 2) +
    rect(18, 16, 28, 9, paper.pale, 1) +
    rect(16, -20, 32, 14, steel.base, 3) +
    rect(18, -28, 28, 14, paper.pale, 1.5) +
    line('M22 -23h20M22 -19h14', paper.shade, 1.6) +
    rect(38, 2, 13, 5, lagoon.base, 2) +
    circle(15, 4.5, 2, persimmon.base),
});

const bin: Piece = piece({
  id: 'bin',
  name: 'Bin',
  family: 'storage',
  tilesWide: 1,
  tilesHigh: 1,
  svg: () =>
    roundShadow(32, 50, 15, 6) +
    path('M18 18L21 50Q32 56 43 50L46 18Z', slate.base) +
    path('M36 18L35 53Q40 52 43 50L46 18Z', slate.shade) +
    ellipse(32, 18, 14, 6.4, slate.light) +
    ellipse(32, 18.6, 11.4, 4.6, ink.base) +
    path('M24 17Q28 10 33 15L39 12L40 20Q32 24 24 17Z', paper.light) +
    line('M23 28L24.6 44', slate.light, 2.4),
});

const coatStand: Piece = piece({
  id: 'coat-stand',
  name: 'Coat stand',
  family: 'storage',
  tilesWide: 1,
  tilesHigh: 1,
  artTop: 70,
  svg: () =>
    roundShadow(32, 52, 18, 7) +
    line('M32 50L18 55M32 50L46 55M32 50V56', walnut.shade, 4) +
    line('M32 50V-62', walnut.base, 5) +
    line('M30.6 40V-60', walnut.light, 1.6) +
    line('M32 -46L18 -54M32 -46L46 -54M32 -40L22 -44M32 -40L42 -44', walnut.base, 4) +
    circle(32, -64, 4.5, walnut.light) +
    path('M18 -54Q8 -46 8 -26L6 14Q14 20 26 14L28 -30Q28 -44 18 -54Z', lagoon.base) +
    path('M20 -50Q27 -44 27 -30L25 14.6Q22 16 18 16.6L20 -30Z', lagoon.shade) +
    line('M13 -34L11 8', lagoon.light, 2.6) +
    path('M46 -54Q54 -48 54 -34L56 -4Q48 0 40 -4L40 -34Q40 -46 46 -54Z', mustard.base) +
    path('M48 -50Q53 -45 53 -34L55 -4Q52 -2 48 -2Z', mustard.shade),
});

export const storage: readonly Piece[] = [
  bookcase('bookshelf', 'Bookshelf', 2),
  bookcase('bookshelf-narrow', 'Narrow bookshelf', 1),
  sideboard,
  printer,
  bin,
  coatStand,
];
