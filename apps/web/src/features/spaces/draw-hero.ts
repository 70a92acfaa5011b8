import { sceneSvg, TILE, type MapPlan } from '@metaverse/art';
import type { SpaceDetail } from '@metaverse/contracts';
import type { HeroView } from './hero-view.ts';

/** Art rises above and hangs beside its tiles, and lamps light what is around them; in tiles. */
const REACH = 4;

/** What stands in a space, as the art draws it; elements that are images have no drawing. */
function planOf({ width, height, ground, elements, elementTypes }: SpaceDetail, view: HeroView): MapPlan {
  const pieces = new Map(elementTypes.map(({ id, piece }) => [id, piece]));
  const isNear = ({ x, y }: { x: number; y: number }): boolean =>
    x > view.x - REACH - 2 && x < view.x + view.width + REACH && y > view.y - REACH && y < view.y + view.height + REACH;
  const placements = elements.flatMap(({ elementId, x, y, rotation, layer, dx, dy }) => {
    const piece = pieces.get(elementId);
    return piece && isNear({ x, y }) ? [{ piece, x, y, rotation, layer, dx, dy }] : [];
  });
  return { width, height, ground, placements };
}

/** A part of a space as an SVG document, by day or in the evening. */
export const drawHero = (space: SpaceDetail, view: HeroView, isNight: boolean): string =>
  sceneSvg(planOf(space, view), {
    isNight,
    view: { x: view.x * TILE, y: view.y * TILE, width: view.width * TILE, height: view.height * TILE },
  });
