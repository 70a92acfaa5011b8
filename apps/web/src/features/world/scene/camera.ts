import type { View } from '@metaverse/world-core';
import { TILE_PX } from './units.ts';

/** What is looked at: the point of the map, in tiles, that lies in the middle of the free part of the window. */
export type Camera = { readonly x: number; readonly y: number; readonly zoom: number };

/** A place on the screen in CSS px, from the upper left corner of the world's window. */
export type Point = { readonly x: number; readonly y: number };

/** What of the window is covered by panels, in CSS px from each side. */
export type Insets = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** The window on the world, in CSS px. */
export type Stage = { readonly width: number; readonly height: number; readonly insets: Insets };

type Sides = { readonly width: number; readonly height: number };

export const NO_INSETS: Insets = { left: 0, top: 0, right: 0, bottom: 0 };

/** At these a tile measures 16 and 96 CSS px: people stay recognisable, and a face fills the screen of nobody. */
const ZOOM_MIN = 0.5;
const ZOOM_MAX = 3;
/** What one sees on arrival: 48 CSS px a tile. */
export const ZOOM_START = 1.5;
/** One press of a button or key. */
export const ZOOM_STEP = 1.25;

/** How much grass may show around the map, in CSS px: at least what the nameplate and the dock cover. */
const MEADOW: Insets = { left: 32, top: 88, right: 32, bottom: 104 };

export const clampZoom = (zoom: number): number => Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, zoom));

/** The middle of what no panel covers. */
export const freeMiddle = ({ width, height, insets }: Stage): Point => ({
  x: (insets.left + width - insets.right) / 2,
  y: (insets.top + height - insets.bottom) / 2,
});

/** The nameplate and what stands beside it cover this strip at the upper edge, in CSS px. */
const HEAD_PX = 64;

/** The sides of what neither a panel nor the head covers, in CSS px. */
export const freePart = ({ width, insets }: Stage): { left: number; top: number; right: number } => ({
  left: insets.left,
  top: insets.top + HEAD_PX,
  right: width - insets.right,
});

/** Where the map's upper left corner lies on the screen, on whole device pixels, so that still pictures stay sharp. */
export const mapOrigin = (camera: Camera, stage: Stage, pixelRatio: number): Point => {
  const middle = freeMiddle(stage);
  const scale = TILE_PX * camera.zoom * pixelRatio;
  return {
    x: (Math.round(middle.x * pixelRatio) - Math.round(camera.x * scale)) / pixelRatio,
    y: (Math.round(middle.y * pixelRatio) - Math.round(camera.y * scale)) / pixelRatio,
  };
};

/** The point of the map, in tiles, under a point of the screen. */
export const mapPointAt = (camera: Camera, stage: Stage, point: Point): Point => {
  const middle = freeMiddle(stage);
  const tilePx = TILE_PX * camera.zoom;
  return { x: camera.x + (point.x - middle.x) / tilePx, y: camera.y + (point.y - middle.y) / tilePx };
};

/** Everything that the window shows, in tiles, covered parts included. */
export const viewOf = (camera: Camera, stage: Stage): View => {
  const corner = mapPointAt(camera, stage, { x: 0, y: 0 });
  const tilePx = TILE_PX * camera.zoom;
  return { ...corner, width: stage.width / tilePx, height: stage.height / tilePx };
};

type Axis = { readonly at: number; readonly side: number; readonly free: number; readonly before: number; readonly after: number };

/** One axis of the clamp, in tiles: `free` shows, `before` and `after` of it may lie beyond the map. */
const clampAxis = ({ at, side, free, before, after }: Axis): number => {
  const [least, most] = [free / 2 - before, side - free / 2 + after];
  return least > most ? (least + most) / 2 : Math.min(most, Math.max(least, at));
};

/** Keeps the map in view: a small one stays in the middle, a large one leaves no more than a strip of meadow. */
export const clampCamera = (camera: Camera, stage: Stage, map: Sides): Camera => {
  const tilePx = TILE_PX * camera.zoom;
  const { insets } = stage;
  return {
    x: clampAxis({
      at: camera.x,
      side: map.width,
      free: (stage.width - insets.left - insets.right) / tilePx,
      before: MEADOW.left / tilePx,
      after: MEADOW.right / tilePx,
    }),
    y: clampAxis({
      at: camera.y,
      side: map.height,
      free: (stage.height - insets.top - insets.bottom) / tilePx,
      before: MEADOW.top / tilePx,
      after: MEADOW.bottom / tilePx,
    }),
    zoom: camera.zoom,
  };
};

/** Another zoom at which the point of the map under `point` stays where it is. */
export const zoomedAt = (camera: Camera, stage: Stage, { zoom, point }: { zoom: number; point: Point }): Camera => {
  const before = mapPointAt(camera, stage, point);
  const after = mapPointAt({ ...camera, zoom }, stage, point);
  return { x: camera.x + before.x - after.x, y: camera.y + before.y - after.y, zoom };
};
