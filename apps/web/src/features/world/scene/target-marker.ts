import type { Tile } from '@metaverse/contracts';
import { CanvasSource, Container, Sprite, Texture } from 'pixi.js';
import { createCanvas } from './rasterise.ts';
import { TILE_PX } from './units.ts';

const RESOLUTION = 3;
/** Grows from this share of its size when it appears. */
const FROM_SCALE = 0.6;
const APPEAR_MS = 140;
/** Every second tile of the way has a dot, those under the feet and under the ring have none. */
const DOT_EVERY = 2;

const ringTexture = (): Texture => {
  const [width, height] = [28, 20];
  const { canvas, context } = createCanvas(width * RESOLUTION, height * RESOLUTION);
  context.scale(RESOLUTION, RESOLUTION);
  context.beginPath();
  context.ellipse(width / 2, height / 2, width / 2 - 2, height / 2 - 2, 0, 0, 2 * Math.PI);
  context.fillStyle = 'rgb(255 253 249 / 0.28)';
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = 'rgb(255 253 249 / 0.92)';
  context.stroke();
  return new Texture({ source: new CanvasSource({ resource: canvas, resolution: RESOLUTION }) });
};

const dotTexture = (): Texture => {
  const side = 6;
  const { canvas, context } = createCanvas(side * RESOLUTION, side * RESOLUTION);
  context.scale(RESOLUTION, RESOLUTION);
  context.beginPath();
  context.ellipse(side / 2, side / 2, 2.4, 1.8, 0, 0, 2 * Math.PI);
  context.fillStyle = 'rgb(255 253 249 / 0.7)';
  context.fill();
  return new Texture({ source: new CanvasSource({ resource: canvas, resolution: RESOLUTION }) });
};

export type TargetMarker = {
  /** Lies on the floor. */
  readonly container: Container;
  /** The tiles still to be walked, the last one being the target; empty hides it. Tells whether the picture changed. */
  readonly show: (path: readonly Tile[], elapsedMs: number) => boolean;
  readonly destroy: () => void;
};

/** Shows where a walk leads: a ring on the target and dots on the way. */
export function createTargetMarker(): TargetMarker {
  const textures = { ring: ringTexture(), dot: dotTexture() };
  const ring = new Sprite({ texture: textures.ring, anchor: 0.5 });
  const dots = new Container();
  const container = new Container({ children: [dots, ring], visible: false });
  let shown = '';

  const middle = ({ x, y }: Tile): { x: number; y: number } => ({ x: (x + 0.5) * TILE_PX, y: (y + 0.6) * TILE_PX });

  const place = (path: readonly Tile[]): void => {
    dots.removeChildren().forEach((dot) => {
      dot.destroy();
    });
    path.slice(0, -1).forEach((tile, index) => {
      // Counted from the target, so that the dots stay where they are while one walks.
      if ((path.length - 1 - index) % DOT_EVERY === 0) dots.addChild(new Sprite({ texture: textures.dot, anchor: 0.5, ...middle(tile) }));
    });
  };

  return {
    container,
    show(path, elapsedMs) {
      const target = path.at(-1);
      container.visible = target !== undefined;
      if (!target) {
        const wasShown = shown !== '';
        shown = '';
        return wasShown;
      }
      const name = `${target.x},${target.y}/${path.length}`;
      if (!shown.startsWith(`${target.x},${target.y}/`)) {
        ring.scale.set(FROM_SCALE);
        ring.alpha = 0;
      }
      const step = elapsedMs / APPEAR_MS;
      ring.alpha = Math.min(1, ring.alpha + step);
      ring.scale.set(Math.min(1, ring.scale.x + (1 - FROM_SCALE) * step));
      if (name === shown) return ring.alpha < 1;
      shown = name;
      const at = middle(target);
      ring.position.set(at.x, at.y);
      place(path);
      return true;
    },
    destroy() {
      container.destroy({ children: true });
      for (const texture of Object.values(textures)) texture.destroy(true);
    },
  };
}
