/**
 * Surfaces with borders: carpets, paths, water. Each has a fill and three overlays that combine to any outline:
 * `-edge` where the neighbour to the north differs, `-corner` where north and west differ, `-inner` where only the
 * north-western diagonal does. Rotations turn them clockwise.
 */
import { carpetTones, grass, sand, stone, water } from '../palette.ts';
import type { Ramp } from '../palette.ts';
import { piece } from '../piece.ts';
import type { Piece } from '../piece.ts';
import { TILE, circle, ellipse, line, path, rect, turn } from '../shapes.ts';

interface Surface {
  id: string;
  name: string;
  variants: number;
  fill: (variant: number) => string;
  edge: string;
  corner: string;
  inner: string;
}

const surfacePieces = ({ id, name, variants, fill, edge, corner, inner }: Surface): Piece[] => {
  const part = (suffix: string, art: string): Piece =>
    piece({
      id: `${id}-${suffix}`,
      name: `${name}, ${suffix}`,
      family: 'surfaces',
      tilesWide: 1,
      tilesHigh: 1,
      layer: 'floor',
      rotations: [0, 1, 2, 3],
      svg: (rotation) => turn(rotation * 90, TILE / 2, TILE / 2, art),
    });
  return [
    piece({
      id,
      name,
      family: 'surfaces',
      tilesWide: 1,
      tilesHigh: 1,
      layer: 'floor',
      variants,
      svg: (_rotation, variant = 0) => fill(variant),
    }),
    part('edge', edge),
    part('corner', corner),
    part('inner', inner),
  ];
};

/** Border: a band along the outside and a fine line inside it. */
const BAND = 7;
const LINE_AT = 13;

const carpet = (id: string, name: string, { light: base, base: weave, shade: band, pale: fine }: Ramp): Surface => ({
  id,
  name,
  variants: 1,
  fill: () =>
    rect(0, 0, TILE, TILE, base) +
    [8, 24, 40, 56]
      .map((y, row) => [8, 24, 40, 56].map((x) => ellipse(x + (row % 2 ? 8 : 0) - 4, y, 2.2, 1.2, weave, { opacity: 0.7 })).join(''))
      .join(''),
  edge: rect(0, 0, TILE, BAND, band) + rect(0, LINE_AT - 1, TILE, 2, fine),
  corner:
    rect(0, 0, LINE_AT + 2, LINE_AT + 2, base) +
    path(`M0 0H${LINE_AT + 2}V${BAND}H${BAND}V${LINE_AT + 2}H0Z`, band) +
    path(`M${LINE_AT - 1} ${LINE_AT + 2}V${LINE_AT - 1}H${LINE_AT + 2}V${LINE_AT + 1}H${LINE_AT + 1}V${LINE_AT + 2}Z`, fine),
  inner: rect(0, 0, BAND, BAND, band) + path(`M0 ${LINE_AT - 1}H${LINE_AT - 1}V0H${LINE_AT + 1}V${LINE_AT + 1}H0Z`, fine),
});

const pebbleSpots = [
  [14, 18],
  [46, 40],
  [28, 54],
] as const;
const pebbles = (variant: number): string =>
  pebbleSpots
    .slice(0, variant % pebbleSpots.length)
    .map(([x, y]) => ellipse(x, y, 4, 2.6, sand.base))
    .join('');
/** Grass reaching over the path in soft lobes; light along the rim. */
const lobes = 'M0 0H64V6Q58 11 52 7Q46 12 38 8Q30 13 24 8Q16 12 10 7Q5 11 0 6Z';
const pathSurface: Surface = {
  id: 'path',
  name: 'Sand path',
  variants: 4,
  fill: (variant) => rect(0, 0, TILE, TILE, sand.light) + pebbles(variant),
  edge: path(lobes, sand.shade, { opacity: 0.5, transform: 'translate(0 2.5)' }) + path(lobes, grass.base),
  corner:
    path('M0 0H26Q24 9 17 11Q16 18 11 18Q9 24 0 26Z', sand.shade, { opacity: 0.5, transform: 'translate(1.5 2)' }) +
    path('M0 0H26Q24 9 17 11Q16 18 11 18Q9 24 0 26Z', grass.base),
  inner: path('M0 0H9Q11 5 7 7Q5 11 0 9Z', grass.base),
};

const ripple = (x: number, y: number, w: number): string =>
  line(`M${x} ${y}q${w / 4} -4 ${w / 2} 0t${w / 2} 0`, water.light, 2.4, { opacity: 0.9 });
const ripples: readonly string[] = [ripple(10, 20, 24), ripple(30, 46, 26), '', ripple(16, 40, 20) + circle(48, 16, 1.6, water.pale)];
/** The shore: a stone rim in light and shade, then a darker line of depth. */
const waterSurface: Surface = {
  id: 'water',
  name: 'Water',
  variants: 4,
  fill: (variant) => rect(0, 0, TILE, TILE, water.base) + (ripples[variant] ?? ''),
  edge:
    rect(0, 0, TILE, 20, water.shade, 0, { opacity: 0.55 }) +
    rect(0, 0, TILE, 12, stone.shade) +
    rect(0, 0, TILE, 9, stone.light) +
    line('M16 1V8M48 1V8', stone.shade, 1.4),
  corner:
    path('M0 0H30V20H20V30H0Z', water.base) +
    path('M0 0H40V20Q20 20 20 40H0Z', water.shade, { opacity: 0.55 }) +
    path('M0 0H40V12Q12 12 12 40H0Z', stone.shade) +
    path('M0 0H40V9Q9 9 9 40H0Z', stone.light) +
    path('M0 0H34Q4 4 0 34Z', grass.base) +
    path('M0 0H30Q2 2 0 30Z', grass.base),
  inner: rect(0, 0, 20, 20, water.shade, 4, { opacity: 0.3 }) + rect(0, 0, 12, 12, stone.shade, 3) + rect(0, 0, 9, 9, stone.light, 2),
};

export const surfaces: readonly Piece[] = [
  ...surfacePieces(carpet('carpet-lagoon', 'Lagoon carpet', carpetTones.lagoon)),
  ...surfacePieces(carpet('carpet-plum', 'Plum carpet', carpetTones.plum)),
  ...surfacePieces(pathSurface),
  ...surfacePieces(waterSurface),
];
