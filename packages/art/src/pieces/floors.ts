/** Floors that tile without borders. They stay quiet: neighbouring tones differ by a few per cent only. */
import { grass, leaf, mixed, mustard, oak, paper, stone } from '../palette.ts';
import { piece } from '../piece.ts';
import type { Piece } from '../piece.ts';
import { TILE, circle, line, rect } from '../shapes.ts';

const PLANK = TILE / 4;
/** The oak pattern repeats every 4 × 2 tiles; each plank row lists where its planks begin, in units. */
const OAK_TILING = [4, 2] as const;
const plankStarts: readonly (readonly number[])[] = [
  [20, 130, 214],
  [70, 176],
  [4, 112, 196],
  [48, 150, 236],
  [28, 92, 186],
  [60, 168],
  [14, 126, 220],
  [84, 200],
];
const plankTones = {
  plain: oak.light,
  dark: mixed(oak.light, mixed(oak.light, oak.base)),
  bright: mixed(oak.light, mixed(oak.light, oak.pale)),
};
/** Tone of a plank: mostly the plain one, here and there a shade up or down. */
const plankTone = (row: number, index: number): string => {
  const k = (row * 5 + index * 3) % 7;
  return k === 1 ? plankTones.dark : k === 4 ? plankTones.bright : plankTones.plain;
};

const oakFloor = (variant: number): string => {
  const [period, left] = [OAK_TILING[0] * TILE, (variant % OAK_TILING[0]) * TILE];
  const firstRow = Math.floor(variant / OAK_TILING[0]) * 4;
  let art = rect(0, 0, TILE, TILE, oak.light);
  for (let row = 0; row < 4; row += 1) {
    const starts = plankStarts[firstRow + row] ?? [];
    starts.forEach((start, index) => {
      const end = starts[index + 1] ?? (starts[0] ?? 0) + period;
      for (const from of [start - left, start - period - left]) {
        const [x0, x1] = [Math.max(0, from), Math.min(TILE, from + end - start)];
        if (x1 <= x0) continue;
        art += rect(x0, row * PLANK, x1 - x0, PLANK, plankTone(firstRow + row, index));
        if (from >= 0 && from < TILE)
          art += line(`M${from + 0.6} ${row * PLANK}v${PLANK}`, oak.shade, 1.2, { opacity: 0.34, 'stroke-linecap': 'butt' });
      }
    });
  }
  return (
    art +
    line([0, 1, 2, 3].map((row) => `M0 ${row * PLANK + 0.6}H${TILE}`).join(''), oak.shade, 1.2, { opacity: 0.34, 'stroke-linecap': 'butt' })
  );
};

const stoneFloor = (variant: number): string => {
  const slab = (x: number, y: number, w: number, h: number, tone: string): string => rect(x + 1, y + 1, w - 2, h - 2, tone, 3);
  const quiet = mixed(stone.light, stone.pale);
  return (
    rect(0, 0, TILE, TILE, mixed(stone.base, stone.light)) +
    (variant % 2 === 0
      ? slab(0, 0, 64, 32, variant === 2 ? quiet : stone.light) + slab(0, 32, 32, 32, stone.light) + slab(32, 32, 32, 32, stone.light)
      : slab(0, 0, 32, 32, stone.light) + slab(32, 0, 32, 32, variant === 3 ? quiet : stone.light) + slab(0, 32, 64, 32, stone.light)) +
    line('M6 5H20', stone.pale, 1.6, { opacity: 0.5 })
  );
};

const checkFloor = (): string =>
  rect(0, 0, TILE, TILE, paper.base) +
  rect(0, 0, 32, 32, stone.light) +
  rect(32, 32, 32, 32, stone.light) +
  line('M0 32H64M32 0V64M0 0.6H64M0.6 0V64', stone.base, 1.2, { opacity: 0.6 });

const tuft = (x: number, y: number): string =>
  line(
    `M${x - 4} ${y - 3}Q${x - 2} ${y - 1} ${x - 2} ${y}M${x} ${y - 6}V${y}M${x + 4} ${y - 3}Q${x + 2} ${y - 1} ${x + 2} ${y}`,
    grass.shade,
    1.8,
  );
const daisy = (x: number, y: number, petal: string): string =>
  circle(x - 2, y, 1.8, petal) +
  circle(x + 2, y, 1.8, petal) +
  circle(x, y - 2, 1.8, petal) +
  circle(x, y + 2, 1.8, petal) +
  circle(x, y, 1.3, mustard.base);
const grassDetails: readonly string[] = [
  '',
  tuft(18, 24),
  tuft(46, 48) + daisy(16, 44, paper.pale),
  '',
  tuft(40, 20) + tuft(14, 54),
  daisy(44, 28, mustard.pale),
  '',
  line('M20 40q8 -3 16 0', grass.light, 2.4),
];
const grassFloor = (variant: number): string =>
  rect(0, 0, TILE, TILE, grass.base) +
  (grassDetails[variant] ?? '') +
  (variant === 3 ? rect(8, 12, 44, 28, leaf.light, 14, { opacity: 0.08 }) : '');

const floor = (id: string, name: string, variants: number, draw: (variant: number) => string, extra: Partial<Piece> = {}): Piece =>
  piece({
    id,
    name,
    family: 'floors',
    tilesWide: 1,
    tilesHigh: 1,
    layer: 'floor',
    variants,
    svg: (_rotation, variant = 0) => draw(variant),
    ...extra,
  });

export const floors: readonly Piece[] = [
  floor('floor-oak', 'Oak planks', OAK_TILING[0] * OAK_TILING[1], oakFloor, { tiling: OAK_TILING }),
  floor('floor-stone', 'Light stone', 4, stoneFloor),
  floor('floor-check', 'Kitchen tiles', 1, checkFloor),
  floor('grass', 'Grass', grassDetails.length, grassFloor),
];
