import type { Element, Placement } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { scenePlan } from './map-plan.ts';

const type = (id: string, piece: string | null): Element => ({
  id,
  name: id,
  imageUrl: `/media/${id}.png`,
  width: 2,
  height: 1,
  static: true,
  piece,
  blocks: [],
});
const placement = (elementId: string, rotation: Placement['rotation'] = 0): Placement => ({
  id: `${elementId}-${rotation}`,
  elementId,
  x: 3,
  y: 4,
  rotation,
  layer: 1,
  dx: 8,
  dy: 0,
});
const space = {
  width: 10,
  height: 10,
  ground: { floors: [], walls: [], doorways: [], spawns: [] },
  elementTypes: [type('desk', 'desk-oak'), type('statue', null)],
};

describe('the plan of a scene', () => {
  it('names the drawing of what stands there', () => {
    const { placements } = scenePlan({ ...space, elements: [placement('desk', 2)] });
    expect(placements).toEqual([{ piece: 'desk-oak', x: 3, y: 4, rotation: 2, layer: 1, dx: 8, dy: 0 }]);
  });

  it('shows the picture of what the art does not draw, over its turned footprint', () => {
    const { pictures, placements } = scenePlan({ ...space, elements: [placement('statue', 1)] });
    expect(placements).toEqual([]);
    expect(pictures).toEqual([{ x: 3, y: 4, dx: 8, dy: 0, imageUrl: '/media/statue.png', width: 1, height: 2 }]);
  });

  it('leaves out what nobody describes', () => {
    expect(scenePlan({ ...space, elements: [placement('unknown')] })).toMatchObject({ placements: [], pictures: [] });
  });
});
