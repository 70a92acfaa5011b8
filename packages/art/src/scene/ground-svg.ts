/** The ground of a part of a map as SVG documents, for renderers that bake it into chunks. */
import { grass } from '../palette.ts';
import { TILE, rect, svgDocument } from '../shapes.ts';
import { floorArt } from './floor-art.ts';
import type { GroundPlan } from './map.ts';
import type { Region } from './region.ts';
import { wallArt } from './wall-art.ts';

const inUnits = ({ x, y, width, height }: Region): Region => ({
  x: x * TILE,
  y: y * TILE,
  width: width * TILE,
  height: height * TILE,
});

/**
 * Floors and wall faces of a region (in tiles): all that lies below things and people. 64 units or 32 CSS px a tile.
 * Neighbouring regions fit together without a seam; where no floor lies, there is grass.
 */
export const groundSvg = (plan: GroundPlan, region: Region): string => {
  const shown = inUnits(region);
  const meadow = rect(shown.x, shown.y, shown.width, shown.height, grass.base);
  return svgDocument(shown, meadow + floorArt(plan, region) + wallArt(plan.ground, region).faces);
};

/** Wall caps and lintels of a region (in tiles): what is painted over people, on a transparent ground. */
export const wallCapsSvg = (plan: Pick<GroundPlan, 'ground'>, region: Region): string =>
  svgDocument(inUnits(region), wallArt(plan.ground, region).caps);
