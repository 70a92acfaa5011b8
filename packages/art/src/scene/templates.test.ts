import { Ground, MapPlacement } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { findPiece, floorIds, placeablePieces, wallFinishes } from '../catalogue.ts';
import { emptyGround } from './empty.ts';
import type { MapTemplate } from './map.ts';
import { seatsOf } from './seats.ts';
import { mapTemplates } from './templates.ts';
import { wallCells } from './wall-cells.ts';

/** Tiles that pieces of a template block, as `x,y`. The written rule: `blocks` turned clockwise within the footprint. */
const blockedByPieces = ({ placements }: MapTemplate): Set<string> => {
  const blocked = new Set<string>();
  for (const { piece: id, x, y, rotation } of placements) {
    const piece = findPiece(id);
    for (const [column, row] of piece?.blocks ?? []) {
      const [w, h] = [piece?.tilesWide ?? 1, piece?.tilesHigh ?? 1];
      const turned = [
        [column, row],
        [h - 1 - row, column],
        [w - 1 - column, h - 1 - row],
        [row, w - 1 - column],
      ][rotation];
      blocked.add(`${x + (turned?.[0] ?? 0)},${y + (turned?.[1] ?? 0)}`);
    }
  }
  return blocked;
};

/** Tiles that walls block, by the rule in `wall-cells.ts`. */
const blockedByWalls = ({ ground, width, height }: MapTemplate): Set<string> => {
  const blocked = new Set<string>();
  for (const { x, y, mask, isDoorway } of wallCells(ground, { x: 0, y: 0, width, height })) {
    if (isDoorway) continue;
    if (mask & 5) blocked.add(`${x},${y}`);
    if (!(mask & 4)) blocked.add(`${x},${y + 1}`).add(`${x},${y + 2}`);
  }
  return blocked;
};

const blockedIn = (template: MapTemplate): Set<string> => new Set([...blockedByPieces(template), ...blockedByWalls(template)]);

/** Tiles that can be reached on foot from a tile, in four directions. */
const reachable = (template: MapTemplate, from: { x: number; y: number }): Set<string> => {
  const blocked = blockedIn(template);
  const seen = new Set([`${from.x},${from.y}`]);
  const open = [from];
  for (let tile = open.pop(); tile; tile = open.pop()) {
    for (const [dx, dy] of [
      [0, 1],
      [0, -1],
      [1, 0],
      [-1, 0],
    ] as const) {
      const next = { x: tile.x + dx, y: tile.y + dy };
      const key = `${next.x},${next.y}`;
      const isInside = next.x >= 0 && next.y >= 0 && next.x < template.width && next.y < template.height;
      if (!isInside || seen.has(key) || blocked.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return seen;
};

describe.each(mapTemplates.map((template) => [template.key, template] as const))('the template %s', (_key, template) => {
  it('is what the wire allows', () => {
    expect(Ground.parse(template.ground)).toEqual(template.ground);
    expect(MapPlacement.array().parse(template.placements)).toEqual(template.placements);
  });

  it('names only pieces that are drawn', () => {
    const placeable = new Set(placeablePieces.map(({ id }) => id));
    expect(template.placements.filter(({ piece }) => !placeable.has(piece))).toEqual([]);
    expect(template.ground.floors.filter(({ floor }) => !floorIds.includes(floor))).toEqual([]);
    expect(template.ground.walls.filter(({ finish }) => !wallFinishes.includes(finish))).toEqual([]);
  });

  it('turns pieces only the ways they are drawn', () => {
    expect(template.placements.filter(({ piece, rotation }) => !findPiece(piece)?.rotations.includes(rotation))).toEqual([]);
  });

  it('lies within its sides', () => {
    const { width, height, ground, placements } = template;
    const isInside = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < width && y < height;
    expect(
      ground.floors.filter((area) => !isInside(area.x, area.y) || !isInside(area.x + area.width - 1, area.y + area.height - 1)),
    ).toEqual([]);
    expect(placements.filter(({ x, y }) => !isInside(x, y))).toEqual([]);
    expect(ground.spawns.filter(({ x, y }) => !isInside(x, y))).toEqual([]);
  });

  it('lets people arrive on several different tiles that nothing blocks', () => {
    const spawns = template.ground.spawns.map(({ x, y }) => `${x},${y}`);
    const blocked = blockedIn(template);
    expect(new Set(spawns).size).toBeGreaterThanOrEqual(4);
    expect(spawns.filter((spawn) => blocked.has(spawn))).toEqual([]);
  });

  it('has every spawn and every seat within reach on foot', () => {
    const [first] = template.ground.spawns;
    const reached = reachable(template, first ?? { x: 0, y: 0 });
    expect(template.ground.spawns.filter(({ x, y }) => !reached.has(`${x},${y}`))).toEqual([]);
    const seats = template.placements.flatMap(seatsOf).map(({ x, y }) => `${Math.floor(x / 64)},${Math.floor(y / 64)}`);
    expect(seats.filter((seat) => !reached.has(seat))).toEqual([]);
  });
});

describe('emptyGround', () => {
  it.each([
    [5, 5],
    [7, 500],
    [500, 500],
  ])('covers %i × %i tiles without walls and has its spawns inside', (width, height) => {
    const ground = emptyGround(width, height);
    expect(Ground.parse(ground)).toEqual(ground);
    expect(ground.walls).toEqual([]);
    expect(ground.floors[0]).toMatchObject({ x: 0, y: 0, width, height });
    expect(ground.spawns.every(({ x, y }) => x >= 0 && y >= 0 && x < width && y < height)).toBe(true);
  });
});
