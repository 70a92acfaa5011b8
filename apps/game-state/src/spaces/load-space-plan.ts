import { Ground, Rotation } from '@metaverse/contracts';
import { notFound } from '@metaverse/service-kit';
import { blockedTiles } from '@metaverse/world-core';
import type pg from 'pg';
import { z } from 'zod';
import type { SpacePlan } from '../world/space-instance.ts';

const SpaceRow = z.object({ width: z.int(), height: z.int(), ground: Ground, mapVersion: z.int() });
const PlacementRow = z.object({
  x: z.int(),
  y: z.int(),
  rotation: Rotation,
  element: z.object({ width: z.int(), height: z.int(), blocks: z.array(z.tuple([z.int(), z.int()])) }),
});

const SELECT_SPACE = `SELECT width, height, ground, map_version AS "mapVersion" FROM spaces WHERE id = $1`;
const SELECT_PLACEMENTS = `
  SELECT placements.x, placements.y, placements.rotation,
    json_build_object('width', elements.width, 'height', elements.height, 'blocks', elements.blocks) AS element
  FROM placements JOIN elements ON elements.id = placements.element_id
  WHERE placements.space_id = $1`;

/** What of a space the world needs: where one can walk and where people arrive. Throws `not_found`. */
export const loadSpacePlan = async (pool: pg.Pool, spaceId: string): Promise<Omit<SpacePlan, 'remembered'>> => {
  // In this order: a map that changes in between has then too low a version here, which is noticed, and never too high a one.
  const spaces = await pool.query({ name: 'load-space', text: SELECT_SPACE, values: [spaceId] });
  if (spaces.rows.length === 0) throw notFound('space');
  const placements = await pool.query({ name: 'load-placements', text: SELECT_PLACEMENTS, values: [spaceId] });
  const { mapVersion, ...plan } = SpaceRow.parse(spaces.rows[0]);
  const grid = blockedTiles({ ...plan, placements: z.array(PlacementRow).parse(placements.rows) });
  return { spaceId, grid, mapVersion, spawns: plan.ground.spawns };
};

/** Whether the space is still there. */
export const spaceExists = async (pool: pg.Pool, spaceId: string): Promise<boolean> => {
  const { rows } = await pool.query({ name: 'space-exists', text: 'SELECT 1 FROM spaces WHERE id = $1', values: [spaceId] });
  return rows.length > 0;
};
