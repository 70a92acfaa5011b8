import type { Tile } from '@metaverse/contracts';
import { checkStep, type Grid, NEIGHBOURS } from '@metaverse/world-core';

/** Where to stop when one walks over to somebody: the free tile next to them that is nearest to where one comes from, or their own. */
export function tileBeside(grid: Grid, from: Tile, person: Tile): Tile {
  let [best, distance] = [person, Infinity];
  for (const [dx, dy] of NEIGHBOURS) {
    const tile = { x: person.x + dx, y: person.y + dy };
    const far = Math.hypot(tile.x - from.x, tile.y - from.y);
    if (far < distance && checkStep(grid, person, tile) === null) [best, distance] = [tile, far];
  }
  return best;
}
