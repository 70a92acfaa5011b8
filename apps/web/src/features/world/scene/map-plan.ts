import type { MapPlan } from '@metaverse/art';
import type { Element, MapPlacement, Placement, SpaceDetail } from '@metaverse/contracts';

/** Something standing in a space that the art does not draw: its picture fills its footprint. */
export type PicturePlacement = Pick<Placement, 'x' | 'y' | 'dx' | 'dy'> & { imageUrl: string; width: number; height: number };

/** A space as it is drawn. */
export type ScenePlan = MapPlan & { readonly pictures: readonly PicturePlacement[] };

type Drawable = Pick<SpaceDetail, 'width' | 'height' | 'ground' | 'elements' | 'elementTypes'>;

const drawnPlacement = (placement: Placement, piece: string): MapPlacement => {
  const { x, y, rotation, layer, dx, dy } = placement;
  return { piece, x, y, rotation, layer, dx, dy };
};

const picturePlacement = ({ x, y, dx, dy, rotation }: Placement, { imageUrl, width, height }: Element): PicturePlacement => {
  const isTurned = rotation % 2 === 1;
  return { x, y, dx, dy, imageUrl, width: isTurned ? height : width, height: isTurned ? width : height };
};

/** What the renderer needs of a space. Placements whose kind is not listed are left out. */
export function scenePlan({ width, height, ground, elements, elementTypes }: Drawable): ScenePlan {
  const types = new Map(elementTypes.map((type) => [type.id, type]));
  const placements: MapPlacement[] = [];
  const pictures: PicturePlacement[] = [];
  for (const placement of elements) {
    const type = types.get(placement.elementId);
    if (type?.piece != null) placements.push(drawnPlacement(placement, type.piece));
    else if (type) pictures.push(picturePlacement(placement, type));
  }
  return { width, height, ground, placements, pictures };
}
