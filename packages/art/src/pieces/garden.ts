/** Bushes, flowers and hedges. */
import { ink, leaf, moss, mustard, persimmon, plum, rose, stone, walnut } from '../palette.ts';
import type { Ramp } from '../palette.ts';
import { cycled } from '../pick.ts';
import type { NonEmpty } from '../pick.ts';
import { piece } from '../piece.ts';
import type { Piece } from '../piece.ts';
import { circle, ellipse, line, path, rect, roundShadow } from '../shapes.ts';
import { crown } from './trees.ts';

const bush = (id: string, name: string, extra = ''): Piece =>
  piece({
    id,
    name,
    family: 'nature',
    tilesWide: 1,
    tilesHigh: 1,
    artTop: 8,
    svg: () =>
      roundShadow(33, 48, 32, 12, 1.2) +
      crown(
        [
          [16, 32, 18],
          [48, 32, 18],
          [32, 20, 22],
          [32, 38, 20],
        ],
        moss,
      ) +
      extra,
  });

const blossoms = (spots: readonly (readonly [number, number])[], ramp: Ramp): string =>
  spots
    .map(
      ([x, y]) =>
        circle(x - 2.6, y, 2.8, ramp.light) +
        circle(x + 2.6, y, 2.8, ramp.light) +
        circle(x, y - 2.6, 2.8, ramp.pale) +
        circle(x, y + 2.6, 2.8, ramp.light) +
        circle(x, y, 2, mustard.light),
    )
    .join('');

const tulip = (x: number, y: number, ramp: Ramp): string =>
  line(`M${x} ${y + 16}V${y}`, leaf.shade, 2.4) +
  path(`M${x} ${y + 16}q-8 -4 -7 -12q7 3 7 12z`, leaf.base) +
  path(
    `M${x - 6} ${y - 7}L${x - 3} ${y - 4}L${x} ${y - 9}L${x + 3} ${y - 4}L${x + 6} ${y - 7}Q${x + 7} ${y + 4} ${x} ${y + 4}T${x - 6} ${y - 7}Z`,
    ramp.base,
  ) +
  path(`M${x - 6} ${y - 7}L${x - 3} ${y - 4}Q${x - 3} ${y + 2} ${x} ${y + 4}Q${x - 7} ${y + 4} ${x - 6} ${y - 7}Z`, ramp.light);

/** Tulips at these places, every other one a little lower. */
const tulipRow = (places: readonly number[], y: number, colors: NonEmpty<Ramp>): string =>
  places.map((x, i) => tulip(x, y + (i % 2) * 3, cycled(colors, i))).join('');

const flowerBed: Piece = piece({
  id: 'flower-bed',
  name: 'Flower bed',
  family: 'nature',
  tilesWide: 2,
  tilesHigh: 1,
  artTop: 6,
  svg: () =>
    rect(2, 12, 124, 50, stone.shade, 14) +
    rect(2, 10, 124, 48, stone.light, 14) +
    rect(8, 15, 112, 37, walnut.shade, 10) +
    tulipRow([20, 42, 64, 86, 108], 16, [rose, mustard, persimmon, plum]) +
    tulipRow([16, 34, 54, 76, 98, 113], 34, [mustard, rose, plum, rose, mustard, persimmon]),
});

const hedge: Piece = piece({
  id: 'hedge',
  name: 'Hedge',
  family: 'nature',
  tilesWide: 1,
  tilesHigh: 1,
  artTop: 10,
  svg: () =>
    rect(0, 52, 70, 10, ink.shade, 5, { opacity: 0.12 }) +
    rect(0, -8, 64, 66, moss.deep, 10) +
    rect(0, -8, 64, 60, moss.shade, 10) +
    rect(0, -8, 64, 34, moss.base, 10) +
    [
      [12, 0],
      [34, 6],
      [52, -1],
      [22, 15],
      [46, 17],
    ]
      .map(([x, y]) => ellipse(Number(x), Number(y), 6, 3.4, moss.light))
      .join('') +
    [
      [10, 36],
      [30, 42],
      [50, 36],
    ]
      .map(([x, y]) => line(`M${x} ${y}q4 4 8 0`, moss.base, 2.4))
      .join(''),
});

export const garden: readonly Piece[] = [
  bush('bush', 'Bush'),
  bush(
    'bush-rose',
    'Rose bush',
    blossoms(
      [
        [14, 24],
        [30, 12],
        [46, 22],
        [24, 34],
        [42, 38],
      ],
      rose,
    ),
  ),
  flowerBed,
  hedge,
];
