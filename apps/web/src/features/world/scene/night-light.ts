import { nightTint } from '@metaverse/art';
import { CanvasSource, Container, RenderTexture, Sprite, Texture, type WebGLRenderer } from 'pixi.js';
import type { Point } from './camera.ts';
import type { Glow } from './piece-layers.ts';
import { createCanvas } from './rasterise.ts';
import { TILE_PX } from './units.ts';

/** Light is soft: so many pixels a tile hold all of it. */
const LIGHT_PX_PER_TILE = 8;
/** Large maps get a coarser one, within what every WebGL can hold. */
const LIGHT_SIDE_MAX_PX = 2_048;
/** The light map of the window is drawn at this share of its size. */
const WINDOW_SHARE = 0.25;
/** Share of the light that is added on top of what it lights, which makes lamps shine. */
const BLOOM = 0.22;
/** The light that goes with me: half axes in tiles, how far its middle lies above the feet, and how much of the day shows in it. */
const MY_LIGHT = { x: 6.1, y: 5.1, above: 0.5, share: 0.66, shareAtInner: 0.48, inner: 0.4 } as const;
/** Daylight that goes with me is a little warmer than the day. */
const MY_LIGHT_COLOR = '255 244 228';

const createMyLight = (): Texture => {
  const side = 128;
  const { canvas, context } = createCanvas(side, side);
  const gradient = context.createRadialGradient(side / 2, side / 2, 0, side / 2, side / 2, side / 2);
  gradient.addColorStop(0, `rgb(${MY_LIGHT_COLOR} / ${MY_LIGHT.share})`);
  gradient.addColorStop(MY_LIGHT.inner, `rgb(${MY_LIGHT_COLOR} / ${MY_LIGHT.shareAtInner})`);
  gradient.addColorStop(1, `rgb(${MY_LIGHT_COLOR} / 0)`);
  context.fillStyle = gradient;
  context.fillRect(0, 0, side, side);
  return new Texture({ source: new CanvasSource({ resource: canvas }) });
};

/** The camera as the light needs it: where the map begins on the screen, and CSS px to a px at zoom 1. */
export type LightView = { readonly origin: Point; readonly zoom: number; readonly width: number; readonly height: number };

export type NightLight = {
  /** Multiplies what lies below it; covers the window. */
  readonly shade: Sprite;
  /** Shines over it; in the map's coordinates. */
  readonly bloom: Sprite;
  /** Draws the lamps' light anew, after they changed. */
  readonly bake: (glows: readonly Glow[]) => void;
  /** Draws the window's light map; `self` are one's own feet in tiles. */
  readonly update: (view: LightView, self: Point | null) => void;
  readonly destroy: () => void;
};

const litBy = (glows: readonly Glow[], scale: number): Container => {
  const lamps = new Container({ scale });
  for (const { texture, x, y } of glows) lamps.addChild(new Sprite({ texture, x, y, blendMode: 'screen' }));
  return lamps;
};

/** The evening: a tinted light map that lamps and one's own light brighten, multiplied with the scene. */
export function createNightLight(renderer: WebGLRenderer, map: { width: number; height: number }): NightLight {
  const pxPerTile = Math.min(LIGHT_PX_PER_TILE, LIGHT_SIDE_MAX_PX / Math.max(map.width, map.height));
  const sides = { width: Math.ceil(map.width * pxPerTile), height: Math.ceil(map.height * pxPerTile) };
  const lamps = RenderTexture.create(sides);
  const shine = RenderTexture.create(sides);
  const windowLight = RenderTexture.create({ width: 1, height: 1 });
  const myLight = new Sprite({ texture: createMyLight(), anchor: 0.5 });
  const lampsOnMap = new Sprite({ texture: lamps });
  lampsOnMap.setSize(map.width * TILE_PX, map.height * TILE_PX);
  const lit = new Container({ children: [lampsOnMap, myLight] });
  const stage = new Container({ children: [lit] });

  const shade = new Sprite({ texture: windowLight, blendMode: 'multiply' });
  const bloom = new Sprite({ texture: shine, blendMode: 'screen', alpha: BLOOM });
  bloom.setSize(map.width * TILE_PX, map.height * TILE_PX);

  return {
    shade,
    bloom,
    bake(glows) {
      const container = litBy(glows, pxPerTile / TILE_PX);
      const scene = new Container({ children: [container] });
      renderer.render({ container: scene, target: lamps, clear: true, clearColor: nightTint });
      renderer.render({ container: scene, target: shine, clear: true, clearColor: '#000000' });
      scene.destroy({ children: true });
    },
    update({ origin, zoom, width, height }, self) {
      const [lightWidth, lightHeight] = [Math.ceil(width * WINDOW_SHARE), Math.ceil(height * WINDOW_SHARE)];
      if (windowLight.width !== lightWidth || windowLight.height !== lightHeight) windowLight.resize(lightWidth, lightHeight);
      lit.position.set(origin.x * WINDOW_SHARE, origin.y * WINDOW_SHARE);
      lit.scale.set(zoom * WINDOW_SHARE);
      myLight.visible = self !== null;
      if (self) {
        myLight.position.set(self.x * TILE_PX, (self.y - MY_LIGHT.above) * TILE_PX);
        myLight.setSize(2 * MY_LIGHT.x * TILE_PX, 2 * MY_LIGHT.y * TILE_PX);
      }
      renderer.render({ container: stage, target: windowLight, clear: true, clearColor: nightTint });
      shade.setSize(lightWidth / WINDOW_SHARE, lightHeight / WINDOW_SHARE);
    },
    destroy() {
      myLight.texture.destroy(true);
      for (const sprite of [shade, bloom]) sprite.destroy();
      stage.destroy({ children: true });
      for (const texture of [lamps, shine, windowLight]) texture.destroy(true);
    },
  };
}
