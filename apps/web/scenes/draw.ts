/** Draws the pictures of places that pages show into `src/scenes`: `pnpm --filter @metaverse/web draw`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sceneSvg, TILE } from '@metaverse/art';
import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { scenes, type Scene } from './scenes.ts';

const folder = join(import.meta.dirname, '../src/scenes');
/** Pixels per inch at which librsvg draws one pixel per CSS px; the art has half a CSS px to a unit. */
const CSS_DPI = 96;
const TILE_CSS_PX = TILE / 2;
const QUALITY = 80;
/** For ordinary and for dense screens. */
const densities = [1, 2] as const;
/** librsvg takes a surface of the picture's size for each group: pieces of it are drawn many times faster than the whole. */
const PIECE_PX = 480;

const starts = (length: number): number[] => Array.from({ length: Math.ceil(length / PIECE_PX) }, (_, index) => index * PIECE_PX);

async function picture({ plan, view, tilePx, people = [] }: Scene, isNight: boolean, density: number): Promise<Sharp> {
  const pxPerTile = tilePx * density;
  const pxPerUnit = pxPerTile / TILE;
  const [width, height] = [Math.round(view.width * pxPerTile), Math.round(view.height * pxPerTile)];

  const pieces: OverlayOptions[] = [];
  for (const top of starts(height)) {
    for (const left of starts(width)) {
      const [pieceWidth, pieceHeight] = [Math.min(PIECE_PX, width - left), Math.min(PIECE_PX, height - top)];
      const piece = {
        x: view.x * TILE + left / pxPerUnit,
        y: view.y * TILE + top / pxPerUnit,
        width: pieceWidth / pxPerUnit,
        height: pieceHeight / pxPerUnit,
      };
      const input = await sharp(Buffer.from(sceneSvg(plan, { people, view: piece, isNight })), {
        density: (CSS_DPI * pxPerTile) / TILE_CSS_PX,
        unlimited: true,
      })
        .resize(pieceWidth, pieceHeight, { fit: 'fill' })
        .png()
        .toBuffer();
      pieces.push({ input, left, top });
    }
  }
  return sharp({ create: { width, height, channels: 3, background: 'white' } }).composite(pieces);
}

const only = process.argv.slice(2);
await mkdir(folder, { recursive: true });
for (const [name, scene] of Object.entries(scenes)) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const isNight of scene.isAlwaysDay === true ? [false] : [false, true]) {
    for (const density of densities) {
      const file = `${name}-${isNight ? 'night' : 'day'}-${density}x.webp`;
      await (await picture(scene, isNight, density)).webp({ quality: QUALITY }).toFile(join(folder, file));
      process.stdout.write(`${file}\n`);
    }
  }
}
