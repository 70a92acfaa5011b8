import { describe, expect, it } from 'vitest';
import { clampCamera, freeMiddle, mapOrigin, mapPointAt, NO_INSETS, type Stage, viewOf, zoomedAt } from './camera.ts';

const stage: Stage = { width: 1_440, height: 900, insets: NO_INSETS };
const withPanel: Stage = { ...stage, insets: { ...NO_INSETS, right: 408 } };
const map = { width: 40, height: 24 };

describe('the camera', () => {
  it('centres on what no panel covers', () => {
    expect(freeMiddle(withPanel)).toEqual({ x: 516, y: 450 });
  });

  it('finds the point of the map under a point of the screen, and back', () => {
    const camera = { x: 20, y: 12, zoom: 1.5 };
    const point = mapPointAt(camera, withPanel, { x: 516 + 48, y: 450 - 96 });
    expect(point).toEqual({ x: 21, y: 10 });
    const origin = mapOrigin(camera, withPanel, 1);
    expect({ x: origin.x + point.x * 48, y: origin.y + point.y * 48 }).toEqual({ x: 564, y: 354 });
  });

  it('lays the map on whole device pixels', () => {
    for (const pixelRatio of [1, 1.5, 2]) {
      const origin = mapOrigin({ x: 10.123, y: 7.77, zoom: 1.31 }, stage, pixelRatio);
      expect(Number.isInteger(origin.x * pixelRatio) && Number.isInteger(origin.y * pixelRatio)).toBe(true);
    }
  });

  it('tells the whole window as the view, covered parts included', () => {
    expect(viewOf({ x: 20, y: 12, zoom: 1.5 }, withPanel)).toEqual({ x: 20 - 516 / 48, y: 12 - 450 / 48, width: 30, height: 18.75 });
  });

  it('keeps the point under the pointer where it is while zooming', () => {
    const point = { x: 200, y: 700 };
    const before = { x: 20, y: 12, zoom: 1 };
    const after = zoomedAt(before, stage, { zoom: 2, point });
    const [was, is] = [mapPointAt(before, stage, point), mapPointAt(after, stage, point)];
    expect(is.x).toBeCloseTo(was.x);
    expect(is.y).toBeCloseTo(was.y);
  });

  it('shows a strip of meadow and no more at the edges of a large map', () => {
    const corner = clampCamera({ x: -50, y: -50, zoom: 2 }, stage, map);
    const origin = mapOrigin(corner, stage, 1);
    expect(origin).toEqual({ x: 32, y: 88 });
  });

  it('leaves a small map in the middle', () => {
    const camera = clampCamera({ x: 1, y: 9, zoom: 0.5 }, withPanel, { width: 10, height: 10 });
    expect(camera.x).toBe(5);
    expect(mapOrigin(camera, withPanel, 1).x + 5 * 16).toBe(516);
  });
});
