import { pieceSvg, type PiecePart, type Rotation } from '@metaverse/art';
import { CanvasSource, Rectangle, Texture, type TextureSource } from 'pixi.js';
import { packShelves } from './pack-shelves.ts';
import { createCanvas, loadSvg } from './rasterise.ts';
import { UNITS_PER_PX } from './units.ts';

/** One drawing among the pieces. */
export type PieceKey = { readonly piece: string; readonly rotation: Rotation; readonly variant: number; readonly part: PiecePart };

/** Where a drawing lies, from the upper left corner of its footprint, in CSS px at zoom 1. */
export type PieceBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type PieceAtlas = {
  /** Undefined for what nobody draws. */
  readonly find: (key: PieceKey) => { texture: Texture; box: PieceBox } | undefined;
  /** The textures that hold the drawings. */
  readonly sources: readonly TextureSource[];
  readonly destroy: () => void;
};

/** What every WebGL can hold. */
const PAGE_SIDE_PX = 2_048;

const nameOf = ({ piece, rotation, variant, part }: PieceKey): string => `${piece}/${rotation}/${variant}/${part}`;

const inPx = (box: PieceBox): PieceBox => ({
  x: box.x / UNITS_PER_PX,
  y: box.y / UNITS_PER_PX,
  width: box.width / UNITS_PER_PX,
  height: box.height / UNITS_PER_PX,
});

/** Draws every distinct piece once, packed onto as few textures as possible, at `resolution` pixels to a CSS px at zoom 1. */
export async function createPieceAtlas(keys: readonly PieceKey[], resolution: number): Promise<PieceAtlas> {
  const named = new Map(keys.map((key) => [nameOf(key), key]));
  const drawings = [...named].flatMap(([name, { piece, ...view }]) => {
    const drawing = pieceSvg(piece, view);
    return drawing ? [{ name, svg: drawing.svg, box: inPx(drawing.box) }] : [];
  });
  const sizes = drawings.map(({ box }) => ({ width: Math.ceil(box.width * resolution), height: Math.ceil(box.height * resolution) }));
  const { slots, pages } = packShelves(sizes, PAGE_SIDE_PX);
  const canvases = pages.map(({ width, height }) => createCanvas(width, height));

  await Promise.all(
    drawings.map(async ({ svg, box }, index) => {
      const slot = slots[index];
      const image = await loadSvg(svg);
      if (slot) canvases[slot.page]?.context.drawImage(image, slot.x, slot.y, box.width * resolution, box.height * resolution);
    }),
  );

  const sources = canvases.map(({ canvas }) => new CanvasSource({ resource: canvas, resolution, scaleMode: 'linear' }));
  const found = new Map<string, { texture: Texture; box: PieceBox }>();
  drawings.forEach(({ name, box }, index) => {
    const [slot, size] = [slots[index], sizes[index]];
    const source = slot && sources[slot.page];
    if (!source || !size) return;
    const frame = new Rectangle(slot.x / resolution, slot.y / resolution, size.width / resolution, size.height / resolution);
    found.set(name, { texture: new Texture({ source, frame }), box });
  });

  return {
    find: (key) => found.get(nameOf(key)),
    sources,
    destroy() {
      for (const { texture } of found.values()) texture.destroy();
      for (const source of sources) source.destroy();
    },
  };
}
