import { type Camera, clampCamera, clampZoom, freeMiddle, mapPointAt, type Point, type Stage, ZOOM_START, zoomedAt } from './camera.ts';
import { TILE_PX } from './units.ts';

/** Time constant of gliding, in ms: after three of them nothing is left to see. */
const GLIDE_MS = 75;
/** Time constant of zooming in ms. */
const ZOOM_MS = 45;
/** Nearer than this, in tiles or zoom, is there. */
const ARRIVED = 0.002;

export type CameraOptions = {
  map: { width: number; height: number };
  stage: Stage;
  /** Cuts instead of gliding. */
  isStill: () => boolean;
};

const NOWHERE: Point = { x: 0, y: 0 };

/** Where the camera is and where it goes. All changes glide but those of one's own walk, which it follows exactly. */
export class CameraControl {
  readonly #map: CameraOptions['map'];
  readonly #isStill: () => boolean;
  #stage: Stage;
  #camera: Camera;
  #isFollowing = true;
  /** Before somebody was seen there is nothing to glide from. */
  #hasSeenSelf = false;
  /** The camera is elsewhere than it belongs: the way there is a glide from where it is. */
  #isElsewhere = false;
  #zoomTarget = ZOOM_START;
  #anchor: Point | null = null;
  /** How far the camera still is from where it belongs, in tiles. */
  #lag = NOWHERE;

  constructor({ map, stage, isStill }: CameraOptions) {
    this.#map = map;
    this.#stage = stage;
    this.#isStill = isStill;
    this.#camera = { x: map.width / 2, y: map.height / 2, zoom: ZOOM_START };
  }

  camera(): Camera {
    return this.#camera;
  }

  /** Moves the map under the finger, in CSS px; the camera is free from then on. */
  pan(dx: number, dy: number): void {
    const tilePx = TILE_PX * this.#camera.zoom;
    this.#isFollowing = false;
    this.#lag = NOWHERE;
    this.#camera = this.#clamped({ ...this.#camera, x: this.#camera.x - dx / tilePx, y: this.#camera.y - dy / tilePx });
  }

  /** Goes back to oneself. */
  follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    this.#anchor = null;
    this.#isElsewhere = true;
  }

  /** Zooms by a factor: around `point` when the camera is free, around oneself when it follows. */
  zoomBy(factor: number, point?: Point): void {
    this.#zoomTarget = clampZoom(this.#zoomTarget * factor);
    this.#anchor = point ?? null;
  }

  resetZoom(): void {
    this.#zoomTarget = ZOOM_START;
    this.#anchor = null;
  }

  /** The window changed, or what covers it: the picture slides along with the panel. */
  setStage(stage: Stage): void {
    // What is in the middle of the new free part now is what the camera looks at until it has glided.
    const shown = mapPointAt(this.#camera, this.#stage, freeMiddle(stage));
    this.#stage = stage;
    this.#camera = { ...this.#camera, x: shown.x, y: shown.y };
    this.#isElsewhere = true;
  }

  /** Moves on by `elapsedMs`; `self` is where one is drawn, in tiles. */
  update(elapsedMs: number, self: Point | null): Camera {
    this.#stepZoom(elapsedMs);
    this.#stepLag(elapsedMs);
    if (!this.#isFollowing || !self) {
      this.#camera = this.#clamped(this.#camera);
      return this.#camera;
    }
    const goal = this.#clamped({ ...self, zoom: this.#camera.zoom });
    if (this.#isElsewhere && this.#hasSeenSelf && !this.#isStill()) {
      this.#lag = { x: this.#camera.x - goal.x, y: this.#camera.y - goal.y };
    }
    this.#hasSeenSelf = true;
    this.#isElsewhere = false;
    this.#camera = { x: goal.x + this.#lag.x, y: goal.y + this.#lag.y, zoom: this.#camera.zoom };
    return this.#camera;
  }

  #clamped(wanted: Camera): Camera {
    return clampCamera(wanted, this.#stage, this.#map);
  }

  #stepZoom(elapsedMs: number): void {
    const { zoom: before } = this.#camera;
    if (before === this.#zoomTarget) return;
    const share = this.#isStill() ? 1 : 1 - Math.exp(-elapsedMs / ZOOM_MS);
    const next = before + (this.#zoomTarget - before) * share;
    const zoom = Math.abs(next - this.#zoomTarget) < ARRIVED ? this.#zoomTarget : next;
    const point = this.#isFollowing || !this.#anchor ? freeMiddle(this.#stage) : this.#anchor;
    this.#camera = zoomedAt(this.#camera, this.#stage, { zoom, point });
  }

  #stepLag(elapsedMs: number): void {
    const share = this.#isStill() ? 0 : Math.exp(-elapsedMs / GLIDE_MS);
    const lag = { x: this.#lag.x * share, y: this.#lag.y * share };
    this.#lag = Math.hypot(lag.x, lag.y) < ARRIVED ? NOWHERE : lag;
  }
}
