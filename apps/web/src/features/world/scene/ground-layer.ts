import { groundSvg, type MapPlan, type Region, wallCapsSvg, wallCells } from '@metaverse/art';
import { CanvasSource, Container, Rectangle, Sprite, Texture, type TextureSource } from 'pixi.js';
import { type ChunkRange, chunkNames, chunkRegion } from './chunks.ts';
import { drawnTiles, tilesWithInk } from './drawn-tiles.ts';
import { createCanvas, loadSvg } from './rasterise.ts';
import { TILE_PX } from './units.ts';

/** Chunks kept beyond those in view, so that going back shows them at once: 64 of 576 px are 85 MB. */
const SPARE_CHUNKS = 64;
/** Wall caps rise above their tile and hang over the one below. */
const CAP_REACH_TILES = 3;

type Chunk = { readonly floor: readonly Sprite[]; readonly caps: readonly Sprite[]; readonly resolution: number };

export type GroundLayer = {
  /** Floors and wall faces: below everything. */
  readonly floors: Container;
  /** Wall caps: over people. */
  readonly caps: Container;
  /** Draws what is missing in a range, nearest to its middle first. Resolves when all of it shows. */
  readonly show: (range: ChunkRange, resolution: number) => Promise<void>;
  /** What the chunks are drawn from. */
  readonly sources: () => TextureSource[];
  readonly destroy: () => void;
};

type Picture = { readonly source: CanvasSource; readonly context: CanvasRenderingContext2D };

const pictureOf = async (svg: string, { width, height }: Region, resolution: number): Promise<Picture> => {
  const [wide, high] = [width * TILE_PX * resolution, height * TILE_PX * resolution];
  const { canvas, context } = createCanvas(wide, high);
  context.drawImage(await loadSvg(svg), 0, 0, wide, high);
  return { context, source: new CanvasSource({ resource: canvas, resolution, scaleMode: 'linear' }) };
};

/** A part of a chunk's picture as a sprite where it belongs; `part` in tiles of the chunk. */
const spriteOf = (source: CanvasSource, chunk: Region, part: Region): Sprite => {
  const frame = new Rectangle(part.x * TILE_PX, part.y * TILE_PX, part.width * TILE_PX, part.height * TILE_PX);
  return new Sprite({
    texture: new Texture({ source, frame }),
    x: (chunk.x + part.x) * TILE_PX,
    y: (chunk.y + part.y) * TILE_PX,
    roundPixels: true,
  });
};

const drawFloor = async (plan: MapPlan, region: Region, resolution: number): Promise<Sprite[]> => {
  const { source } = await pictureOf(groundSvg(plan, region), region, resolution);
  return [spriteOf(source, region, { ...region, x: 0, y: 0 })];
};

/** Caps are narrow: only the tiles that they touch become sprites. */
const drawCaps = async (plan: MapPlan, region: Region, resolution: number): Promise<Sprite[]> => {
  const reach = { ...region, y: region.y - CAP_REACH_TILES, height: region.height + CAP_REACH_TILES };
  if (wallCells(plan.ground, reach).length === 0) return [];
  const { source, context } = await pictureOf(wallCapsSvg(plan, region), region, resolution);
  return drawnTiles(region, tilesWithInk(context, TILE_PX * resolution)).map((part) => spriteOf(source, region, part));
};

const destroyChunk = ({ floor, caps }: Chunk): void => {
  for (const sprites of [floor, caps]) {
    const source = sprites[0]?.texture.source;
    for (const sprite of sprites) sprite.destroy({ texture: true });
    source?.destroy();
  }
};

/** The ground in chunks that are drawn when they come into view; `onChange` is called for each that is there. */
export function createGroundLayer(plan: MapPlan, onChange: () => void): GroundLayer {
  const floors = new Container();
  const caps = new Container();
  const chunks = new Map<string, Chunk>();
  let asked = 0;

  const drawChunk = async (name: string, resolution: number): Promise<Chunk> => {
    const region = chunkRegion(name, plan);
    return { floor: await drawFloor(plan, region, resolution), caps: await drawCaps(plan, region, resolution), resolution };
  };

  const put = (name: string, chunk: Chunk): void => {
    const before = chunks.get(name);
    if (before) destroyChunk(before);
    // The newest is the last: the first ones are those to drop.
    chunks.delete(name);
    chunks.set(name, chunk);
    for (const sprite of chunk.floor) floors.addChild(sprite);
    for (const sprite of chunk.caps) caps.addChild(sprite);
  };

  const dropSpare = (needed: ReadonlySet<string>): void => {
    for (const [name, chunk] of chunks) {
      if (chunks.size <= needed.size + SPARE_CHUNKS) return;
      if (needed.has(name)) continue;
      destroyChunk(chunk);
      chunks.delete(name);
    }
  };

  return {
    floors,
    caps,
    async show(range, resolution) {
      asked += 1;
      const mine = asked;
      const names = chunkNames(range);
      for (const name of names) {
        if (chunks.get(name)?.resolution === resolution) continue;
        const chunk = await drawChunk(name, resolution);
        // Somebody asked for other chunks meanwhile, which come first; or all is over.
        if (mine !== asked) {
          destroyChunk(chunk);
          return;
        }
        put(name, chunk);
        onChange();
      }
      dropSpare(new Set(names));
    },
    sources: () =>
      [...chunks.values()].flatMap(({ floor, caps: over }) => [floor[0], over[0]].flatMap((sprite) => sprite?.texture.source ?? [])),
    destroy() {
      asked += 1;
      for (const chunk of chunks.values()) destroyChunk(chunk);
      chunks.clear();
      floors.destroy({ children: true });
      caps.destroy({ children: true });
    },
  };
}
