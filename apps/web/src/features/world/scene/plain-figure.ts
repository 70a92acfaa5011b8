import { avatarFrame } from '@metaverse/art';
import { CanvasSource, Texture } from 'pixi.js';
import { createCanvas } from './rasterise.ts';
import { UNITS_PER_PX } from './units.ts';

const RESOLUTION = 2;

/** Who somebody is until their look is drawn: a shape with a shadow, in nobody's colours. */
export function createPlainFigure(): Texture {
  const { width, height, anchorX, anchorY } = avatarFrame;
  const scale = RESOLUTION / UNITS_PER_PX;
  const { canvas, context } = createCanvas(width * scale, height * scale);
  context.scale(scale, scale);
  context.translate(anchorX, anchorY);
  context.fillStyle = 'rgb(31 29 26 / 0.16)';
  context.beginPath();
  context.ellipse(2, 1, 18, 7, 0, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = 'rgb(31 29 26 / 0.3)';
  context.beginPath();
  context.roundRect(-15, -58, 30, 58, 12);
  context.arc(0, -82, 22, 0, 2 * Math.PI);
  context.fill();
  return new Texture({ source: new CanvasSource({ resource: canvas, resolution: RESOLUTION }) });
}
