/** Draws a place as one SVG document, in the same order in which the product's renderer draws its layers. */
import type { Look, MapPlacement } from '@metaverse/contracts';
import { avatarMarkup } from '../avatar/avatar.ts';
import type { Pose } from '../avatar/pose.ts';
import { findPiece } from '../catalogue.ts';
import { grass, nightTint } from '../palette.ts';
import { shownRotation } from '../piece.ts';
import { TILE, faded, rect, shift, svgDocument } from '../shapes.ts';
import type { Sheet } from '../shapes.ts';
import { drawOrder, originOf } from './draw-order.ts';
import type { DrawOrder, PaintBand } from './draw-order.ts';
import { floorArt } from './floor-art.ts';
import type { GroundPlan, MapPlan } from './map.ts';
import { variantOf } from './variants.ts';
import { wallArt } from './wall-art.ts';
import type { WallArt } from './wall-art.ts';

/** Share of the light that is also added on top of what it lights, which makes lamps shine. */
const BLOOM = 0.22;

/** Somebody in the picture; x and y are their feet point in units. */
export interface ScenePerson {
  readonly look: Look;
  readonly pose: Pose;
  readonly x: number;
  readonly y: number;
}

export interface SceneOptions {
  readonly people?: readonly ScenePerson[];
  readonly isNight?: boolean;
  /** What shows, in units; the whole map if absent. */
  readonly view?: Sheet;
}

interface Drawable extends DrawOrder {
  readonly art: string;
}

/** Markup of everything that a placement shows, with its place in the painting order. */
interface PlacedArt {
  readonly drawables: readonly Drawable[];
  readonly daylight: string;
  readonly glow: string;
  readonly dayGlow: number;
}

const artOf = (placement: MapPlacement): PlacedArt => {
  const piece = findPiece(placement.piece);
  const order = drawOrder(placement);
  if (!piece || !order) return { drawables: [], daylight: '', glow: '', dayGlow: 0 };
  const rotation = shownRotation(piece, placement.rotation);
  const { x, y } = originOf(placement);
  const variant = variantOf(piece, placement.x, placement.y);
  const drawables: Drawable[] = [{ ...order.art, art: shift(x, y, piece.svg(rotation, variant)) }];
  if (piece.overlay && order.overlay) drawables.push({ ...order.overlay, art: shift(x, y, piece.overlay.svg(rotation, variant)) });
  return {
    drawables,
    daylight: piece.daylight ? shift(x, y, piece.daylight(rotation)) : '',
    glow: piece.glow ? shift(x, y, piece.glow(rotation)) : '',
    dayGlow: piece.dayGlow ?? 0,
  };
};

const personArt = ({ look, pose, x, y }: ScenePerson): Drawable => ({
  band: 'object',
  line: y,
  art: shift(x, y, avatarMarkup(look, pose)),
});

/** The light of a scene: by day each glow at its own strength, at night a tinted light map that lamps brighten, and their bloom. */
const lightArt = (placed: readonly PlacedArt[], isNight: boolean, ground: string): string => {
  const glows = placed.map(({ glow, dayGlow }) => (glow === '' ? '' : faded(isNight ? 1 : dayGlow, glow))).join('');
  if (!isNight) return glows;
  return (
    `<g style="mix-blend-mode:multiply;isolation:isolate">${ground}<g style="mix-blend-mode:screen">${glows}</g></g>` +
    `<g style="mix-blend-mode:screen" opacity="${BLOOM}">${glows}</g>`
  );
};

/** What a picture begins with: floors and faces below everybody, caps above. */
export interface GroundArt extends WallArt {
  readonly floors: string;
}

/** The ground of a whole map, in full detail. */
export const groundArt = (plan: GroundPlan): GroundArt => {
  const whole = { x: 0, y: 0, width: plan.width, height: plan.height };
  return { floors: floorArt(plan, whole), ...wallArt(plan.ground, whole) };
};

/** All of a scene in painting order, on a ground that the caller has drawn. */
export const sceneMarkup = (placements: readonly MapPlacement[], ground: GroundArt, options: SceneOptions & { view: Sheet }): string => {
  const { people = [], isNight = false, view } = options;
  const covered = (fill: string): string => rect(view.x, view.y, view.width, view.height, fill);

  const placed = placements.map(artOf);
  const drawables = [...placed.flatMap((each) => each.drawables), ...people.map(personArt)].sort((a, b) => a.line - b.line);
  const band = (name: PaintBand): string =>
    drawables
      .filter((each) => each.band === name)
      .map(({ art }) => art)
      .join('');

  return (
    covered(grass.base) +
    ground.floors +
    ground.faces +
    band('below') +
    (isNight ? '' : placed.map(({ daylight }) => daylight).join('')) +
    band('object') +
    ground.caps +
    band('above') +
    lightArt(placed, isNight, covered(nightTint))
  );
};

/** The place as an SVG document; at night a light map (tint plus the glow of lamps and screens) multiplies everything. */
export const sceneSvg = (plan: MapPlan, options: SceneOptions = {}): string => {
  const view = options.view ?? { x: 0, y: 0, width: plan.width * TILE, height: plan.height * TILE };
  return svgDocument(view, sceneMarkup(plan.placements, groundArt(plan), { ...options, view }));
};
