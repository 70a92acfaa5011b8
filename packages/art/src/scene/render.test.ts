import type { MapPlacement } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { drawOrder } from './draw-order.ts';
import { emptyGround } from './empty.ts';
import { groundSvg, wallCapsSvg } from './ground-svg.ts';
import { placeAt } from './map.ts';
import { office } from './office.ts';
import { sceneSvg } from './render-scene.ts';
import { mapTemplates } from './templates.ts';
import { mapThumbnailSvg } from './thumbnail.ts';

const shapesIn = (svg: string): Set<string> => new Set(svg.match(/<g transform="translate\(\d+ \d+\)">/g));

describe('drawOrder', () => {
  it('sorts a thing by the lower edge of its footprint and a seat by its own line', () => {
    expect(drawOrder(placeAt('bookshelf', [3, 2]))).toMatchObject({ art: { band: 'object', line: 192 } });
    expect(drawOrder(placeAt('stool', [3, 2, 0, 0, 6]))).toEqual({ art: { band: 'object', line: 174 } });
  });

  it('paints the back of a chair after its sitter and a tree crown over everybody', () => {
    const chair = drawOrder(placeAt('office-chair-slate', [0, 0, 2]));
    expect(chair?.overlay).toEqual({ band: 'object', line: 54 });
    expect(chair?.overlay?.line).toBeGreaterThan(chair?.art.line ?? 0);
    expect(drawOrder(placeAt('tree', [0, 0]))?.overlay?.band).toBe('above');
  });

  it('moves a placement towards the viewer by a tile for each layer', () => {
    const flat = placeAt('bin', [1, 1]);
    expect(drawOrder({ ...flat, layer: 2 })?.art.line).toBe((drawOrder(flat)?.art.line ?? 0) + 128);
  });

  it('leaves alone what nobody draws', () => {
    expect(drawOrder(placeAt('piano', [0, 0]))).toBeUndefined();
  });
});

describe('groundSvg', () => {
  it('draws in chunks what it draws as a whole', () => {
    const whole = shapesIn(groundSvg(office, { x: 0, y: 0, width: 40, height: 24 }));
    const chunks = new Set<string>();
    for (let x = 0; x < 40; x += 8)
      for (let y = 0; y < 24; y += 8) for (const shape of shapesIn(groundSvg(office, { x, y, width: 8, height: 8 }))) chunks.add(shape);
    expect(chunks).toEqual(whole);
    expect(whole.size).toBeGreaterThan(900);
  });

  it('shows a wall face in the chunk below its cap', () => {
    const below = groundSvg(office, { x: 19, y: 1, width: 2, height: 2 });
    expect(below).toContain('translate(1216 0)');
    expect(below).toMatch(/viewBox="1216 64 128 128" width="64" height="64"/);
  });

  it('keeps faces and caps apart', () => {
    const region = { x: 20, y: 0, width: 1, height: 1 };
    expect(wallCapsSvg({ ground: { ...office.ground, walls: [] } }, region)).not.toContain('<g');
    expect(wallCapsSvg(office, region)).toContain('translate(1280 0)');
  });
});

describe('sceneSvg', () => {
  it('leaves out pieces, floors and finishes that nobody draws', () => {
    const plan = { width: 5, height: 5, ground: emptyGround(5, 5), placements: [] };
    const strange = {
      ...plan,
      ground: {
        ...plan.ground,
        floors: [...plan.ground.floors, { floor: '<lava>', x: 1, y: 1, width: 1, height: 1 }],
        walls: [{ finish: 'jelly', from: [0, 0], to: [3, 0] } satisfies (typeof plan.ground.walls)[number]],
      },
      placements: [placeAt('piano', [2, 2])],
    };
    expect(sceneSvg(strange)).not.toMatch(/lava|jelly|piano/);
    expect(sceneSvg({ ...strange, ground: plan.ground })).toBe(sceneSvg(plan));
  });

  it('paints by line: what stands further down comes later', () => {
    const plan = { width: 5, height: 5, ground: emptyGround(5, 5) };
    const near = placeAt('bin', [1, 3, 0, 1]);
    const far = placeAt('bin', [1, 1, 0, 2]);
    const svg = sceneSvg({ ...plan, placements: [near, far] });
    expect(svg.indexOf('translate(66 64)')).toBeGreaterThan(-1);
    expect(svg.indexOf('translate(65 192)')).toBeGreaterThan(svg.indexOf('translate(66 64)'));
  });
});

describe('mapThumbnailSvg', () => {
  it.each(mapTemplates.map((template) => [template.key, template] as const))(
    'fits %s into the box with whole pixels a tile',
    (_key, template) => {
      const svg = mapThumbnailSvg(template, { maxWidth: 320, maxHeight: 200 });
      const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      expect(Number(width)).toBeLessThanOrEqual(320);
      expect(Number(height)).toBeLessThanOrEqual(200);
      expect(Number(width) % template.width).toBe(0);
    },
  );

  it('stays below 10 MB for the largest map, however full', () => {
    const placements: MapPlacement[] = Array.from({ length: 20_000 }, (_, i) => placeAt('bookshelf', [i % 500, Math.floor(i / 500)]));
    expect(mapThumbnailSvg({ width: 500, height: 500, ground: emptyGround(500, 500), placements }).length).toBeLessThan(10_000_000);
  });
});
