import { type Camera, clampCamera, clampZoom, freeMiddle, mapPointAt, type Point, type Stage, ZOOM_START, zoomedAt } from './camera.ts';
import { TILE_PX } from './units.ts';

/** Time constant of gliding, in ms: after three of them nothing is left to see. */
const GLIDE_MS = 75;
/** Time constant of zooming in ms. */
const ZOOM_MS = 45;
/** Nearer than this, in tiles or zoom, is there. */
const ARRIVED = 0.002;

export type CameraControl = {
  readonly camera: () => Camera;
  /** Whether the camera stays on oneself. */
  readonly isFollowing: () => boolean;
  /** Moves the map under the finger, in CSS px; the camera is free from then on. */
  readonly pan: (dx: number, dy: number) => void;
  /** Goes back to oneself. */
  readonly follow: () => void;
  /** Zooms by a factor: around `point` when the camera is free, around oneself when it follows. */
  readonly zoomBy: (factor: number, point?: Point) => void;
  readonly resetZoom: () => void;
  /** The window changed, or what covers it. */
  readonly setStage: (stage: Stage) => void;
  /** The map changed its size. */
  readonly setMap: (map: { width: number; height: number }) => void;
  /** Moves on by `elapsedMs`; `self` is where one is drawn, in tiles. */
  readonly update: (elapsedMs: number, self: Point | null) => Camera;
};

export type CameraOptions = {
  map: { width: number; height: number };
  stage: Stage;
  /** Cuts instead of gliding. */
  isStill: () => boolean;
};

/** Where the camera is and where it goes. All changes glide but those of one's own walk, which it follows exactly. */
export function createCameraControl(options: CameraOptions): CameraControl {
  const { isStill } = options;
  let { map, stage } = options;
  let camera: Camera = { x: map.width / 2, y: map.height / 2, zoom: ZOOM_START };
  let isFollowing = true;
  /** Before somebody was seen there is nothing to glide from. */
  let hasSeenSelf = false;
  /** The camera is elsewhere than it belongs: the way there is a glide from where it is. */
  let isElsewhere = false;
  let zoomTarget = ZOOM_START;
  let anchor: Point | null = null;
  /** How far the camera still is from where it belongs, in tiles. */
  let lag: Point = { x: 0, y: 0 };

  const clamped = (wanted: Camera): Camera => clampCamera(wanted, stage, map);

  const stepZoom = (elapsedMs: number): void => {
    if (camera.zoom === zoomTarget) return;
    const share = isStill() ? 1 : 1 - Math.exp(-elapsedMs / ZOOM_MS);
    const next = camera.zoom + (zoomTarget - camera.zoom) * share;
    const zoom = Math.abs(next - zoomTarget) < ARRIVED ? zoomTarget : next;
    camera = zoomedAt(camera, stage, { zoom, point: isFollowing || !anchor ? freeMiddle(stage) : anchor });
  };

  const stepLag = (elapsedMs: number): void => {
    const share = isStill() ? 0 : Math.exp(-elapsedMs / GLIDE_MS);
    lag = { x: lag.x * share, y: lag.y * share };
    if (Math.hypot(lag.x, lag.y) < ARRIVED) lag = { x: 0, y: 0 };
  };

  return {
    camera: () => camera,
    isFollowing: () => isFollowing,
    pan(dx, dy) {
      const tilePx = TILE_PX * camera.zoom;
      isFollowing = false;
      lag = { x: 0, y: 0 };
      camera = clamped({ ...camera, x: camera.x - dx / tilePx, y: camera.y - dy / tilePx });
    },
    follow() {
      if (isFollowing) return;
      isFollowing = true;
      anchor = null;
      isElsewhere = true;
    },
    zoomBy(factor, point) {
      zoomTarget = clampZoom(zoomTarget * factor);
      anchor = point ?? null;
    },
    resetZoom() {
      zoomTarget = ZOOM_START;
      anchor = null;
    },
    setStage(next) {
      // What was in the middle of the free part stays under it: the picture slides along with the panel.
      const shown = mapPointAt(camera, stage, freeMiddle(next));
      stage = next;
      camera = { ...camera, x: shown.x, y: shown.y };
      isElsewhere = true;
    },
    setMap(next) {
      map = next;
    },
    update(elapsedMs, self) {
      stepZoom(elapsedMs);
      stepLag(elapsedMs);
      if (!isFollowing || !self) {
        camera = clamped(camera);
        return camera;
      }
      const goal = clamped({ ...self, zoom: camera.zoom });
      if (isElsewhere && hasSeenSelf && !isStill()) lag = { x: camera.x - goal.x, y: camera.y - goal.y };
      hasSeenSelf = true;
      isElsewhere = false;
      camera = { x: goal.x + lag.x, y: goal.y + lag.y, zoom: camera.zoom };
      return camera;
    },
  };
}
