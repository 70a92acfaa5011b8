import { groundSvg, type MapPlan, type Region, wallCapsSvg, wallCells } from '@metaverse/art';
import { CanvasSource, Container, Sprite, Texture } from 'pixi.js';
import { type ChunkRange, chunkNames, chunkRegion } from './chunks.ts';
import { createCanvas, loadSvg } from './rasterise.ts';
import { TILE_PX } from './units.ts';

/** Chunks kept beyond those in view, so that going back shows them at once: 64 of 576 px are 85 MB. */
const SPARE_CHUNKS = 64;
/** Wall caps rise above their tile and hang over the one below. */
const CAP_REACH_TILES = 3;

type Chunk = { readonly floor: Sprite; readonly caps: Sprite | null; readonly resolution: number };

export type GroundLayer = {
  /** Floors and wall faces: below everything. */
  readonly floors: Container;
  /** Wall caps: over people. */
  readonly caps: Container;
  /** Draws what is missing in a range, nearest to its middle first. Resolves when all of it shows. */
  readonly show: (range: ChunkRange, resolution: number) => Promise<void>;
  readonly destroy: () => void;
};

const drawn = async (svg: string, region: Region, resolution: number): Promise<Sprite> => {
  const [width, height] = [region.width * TILE_PX * resolution, region.height * TILE_PX * resolution];
  const { canvas, context } = createCanvas(width, height);
  context.drawImage(await loadSvg(svg), 0, 0, width, height);
  const texture = new Texture({ source: new CanvasSource({ resource: canvas, resolution, scaleMode: 'linear' }) });
  return new Sprite({ texture, x: region.x * TILE_PX, y: region.y * TILE_PX, roundPixels: true });
};

const destroyChunk = ({ floor, caps }: Chunk): void => {
  floor.destroy({ texture: true, textureSource: true });
  caps?.destroy({ texture: true, textureSource: true });
};

/** The ground in chunks that are drawn when they come into view; `onChange` is called for each that is there. */
export function createGroundLayer(plan: MapPlan, onChange: () => void): GroundLayer {
  const floors = new Container();
  const caps = new Container();
  const chunks = new Map<string, Chunk>();
  let asked = 0;

  const drawChunk = async (name: string, resolution: number): Promise<Chunk> => {
    const region = chunkRegion(name, plan);
    const reach = { ...region, y: region.y - CAP_REACH_TILES, height: region.height + CAP_REACH_TILES };
    const hasCaps = wallCells(plan.ground, reach).length > 0;
    return {
      floor: await drawn(groundSvg(plan, region), region, resolution),
      caps: hasCaps ? await drawn(wallCapsSvg(plan, region), region, resolution) : null,
      resolution,
    };
  };

  const put = (name: string, chunk: Chunk): void => {
    const before = chunks.get(name);
    if (before) destroyChunk(before);
    // The newest is the last: the first ones are those to drop.
    chunks.delete(name);
    chunks.set(name, chunk);
    floors.addChild(chunk.floor);
    if (chunk.caps) caps.addChild(chunk.caps);
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
    destroy() {
      asked += 1;
      for (const chunk of chunks.values()) destroyChunk(chunk);
      chunks.clear();
      floors.destroy({ children: true });
      caps.destroy({ children: true });
    },
  };
}
