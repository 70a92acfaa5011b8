import type { PaintBand } from '@metaverse/art';
import { Container, Sprite, Texture, type TextureSource } from 'pixi.js';
import { chunkName, chunkOf, type ChunkRange } from './chunks.ts';
import type { ScenePlan } from './map-plan.ts';
import { createPieceAtlas, type PieceAtlas } from './piece-atlas.ts';
import { loadPictures } from './picture-sprites.ts';
import { type Standing, standingDrawings } from './placement-sprites.ts';
import { TILE_PX } from './units.ts';

export type Glow = { readonly texture: Texture; readonly x: number; readonly y: number; readonly dayStrength: number };

export type PieceLayers = {
  /** One container a band; `object` is sorted by line and holds people too. */
  readonly bands: Readonly<Record<PaintBand, Container>>;
  /** Sun on the floor; shown by day. */
  readonly daylight: Container;
  /** What shines, with its texture at the present resolution. */
  readonly glows: () => readonly Glow[];
  /** Draws all pieces at a resolution; until then those of the last one show. */
  readonly setResolution: (resolution: number) => Promise<void>;
  /** What the pieces are drawn from. */
  readonly sources: () => readonly TextureSource[];
  /** Leaves out what stands far from these chunks. */
  readonly cull: (range: ChunkRange) => void;
  readonly destroy: () => void;
};

type Placed = { readonly drawing: Standing; readonly sprite: Sprite; readonly chunk: string };

const createBands = (): Record<PaintBand, Container> => ({
  below: new Container({ sortableChildren: true }),
  object: new Container({ sortableChildren: true }),
  above: new Container({ sortableChildren: true }),
});

/** A sprite for each drawing but the glows, in its band; without a picture as yet. */
const placeSprites = (
  plan: ScenePlan,
  drawings: readonly Standing[],
  { bands, daylight }: Pick<PieceLayers, 'bands' | 'daylight'>,
): Placed[] =>
  drawings.flatMap((drawing) => {
    if (drawing.role === 'glow') return [];
    const sprite = new Sprite({ texture: Texture.EMPTY, roundPixels: true });
    if (drawing.role === 'art') sprite.zIndex = drawing.line;
    (drawing.role === 'art' ? bands[drawing.band] : daylight).addChild(sprite);
    return [{ drawing, sprite, chunk: chunkOf({ x: drawing.x / TILE_PX, y: drawing.y / TILE_PX }, plan) }];
  });

const glowsIn = (drawings: readonly Standing[], atlas: PieceAtlas): Glow[] =>
  drawings.flatMap((drawing) => {
    const found = drawing.role === 'glow' ? atlas.find(drawing.key) : undefined;
    if (!found || drawing.role !== 'glow') return [];
    return [{ texture: found.texture, x: drawing.x + found.box.x, y: drawing.y + found.box.y, dayStrength: drawing.dayStrength }];
  });

/** Everything that stands in a space, as sprites of one atlas; `onChange` is called when some of it is drawn. */
export function createPieceLayers(plan: ScenePlan, onChange: () => void): PieceLayers {
  const bands = createBands();
  const daylight = new Container();
  const drawings = plan.placements.flatMap(standingDrawings);
  const placed = placeSprites(plan, drawings, { bands, daylight });
  let glows: readonly Glow[] = [];
  let atlas: PieceAtlas | null = null;
  let asked = 0;

  const stopPictures = loadPictures(plan.pictures, bands.object, onChange);

  const dress = (next: PieceAtlas): void => {
    for (const { drawing, sprite } of placed) {
      const found = next.find(drawing.key);
      if (!found) continue;
      sprite.texture = found.texture;
      sprite.position.set(drawing.x + found.box.x, drawing.y + found.box.y);
    }
    glows = glowsIn(drawings, next);
  };

  return {
    bands,
    daylight,
    glows: () => glows,
    sources: () => atlas?.sources ?? [],
    async setResolution(resolution) {
      asked += 1;
      const mine = asked;
      const next = await createPieceAtlas(
        drawings.map(({ key }) => key),
        resolution,
      );
      if (mine !== asked) {
        next.destroy();
        return;
      }
      dress(next);
      atlas?.destroy();
      atlas = next;
      onChange();
    },
    cull({ left, top, right, bottom }) {
      const near = new Set<string>();
      // One chunk further out: art overhangs its footprint, and no piece is larger than that.
      for (let row = top - 1; row <= bottom + 1; row += 1) {
        for (let column = left - 1; column <= right + 1; column += 1) near.add(chunkName(column, row));
      }
      for (const { sprite, chunk } of placed) sprite.visible = near.has(chunk);
    },
    destroy() {
      asked += 1;
      stopPictures();
      for (const container of [...Object.values(bands), daylight]) container.destroy({ children: true });
      atlas?.destroy();
    },
  };
}
