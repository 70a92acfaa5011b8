import type { worldClientEvents } from '@metaverse/contracts';
import { AppError, notFound } from '@metaverse/service-kit';
import { TICK_MS } from '@metaverse/world-core';
import type { z } from 'zod';
import type { Connection, WorldDeps } from '../gateway/connection.ts';
import type { HostedSpace } from '../ownership/hosted-space.ts';
import type { Visitor } from '../spaces/load-visitor.ts';
import { canEnter } from '../spaces/spaces.policy.ts';
import { viewOfPlayer } from '../world/viewer.ts';
import type { Encoding } from '../world/model.ts';
import { leaveSpace } from './leave-space.ts';

/** A tile in CSS pixels at zoom 1. */
const TILE_SIZE = 32;
/** A space may be given up between being found and being entered; it is then found once more. */
const SERVE_TRIES = 3;

type Answer = z.input<(typeof worldClientEvents)['join']['ack']>;

const serve = async (deps: WorldDeps, spaceId: string): Promise<HostedSpace> => {
  for (let tries = 0; tries < SERVE_TRIES; tries += 1) {
    const hosted = await deps.directory.serve(spaceId);
    if (hosted.isOpen) return hosted;
  }
  throw new AppError('unavailable', 'This space is moving to another server. Try again in a moment.', { retryAfterSeconds: 1 });
};

/** Addressed as one of the space first, and only then asked for: whoever takes the right away meanwhile finds the connection. */
const admit = async (deps: WorldDeps, connection: Connection, spaceId: string): Promise<Visitor> => {
  await connection.enterRoom(spaceId);
  const visitor = await deps.loadVisitor(connection.actor().userId, spaceId);
  if (visitor && canEnter(visitor)) return visitor;
  if (connection.stay?.hosted.spaceId !== spaceId) await connection.leaveRoom(spaceId);
  throw notFound('space');
};

/**
 * Puts the connection's person into a space: where they were if they were there a moment ago, else where people arrive. A connection
 * is in one space at a time. Throws `not_found` for what the person may not see, `unavailable` while another server holds the space.
 */
export const joinSpace = async (
  deps: WorldDeps,
  connection: Connection,
  { spaceId, encoding = 'binary' }: { spaceId: string; encoding?: Encoding | undefined },
): Promise<Answer> => {
  const visitor = await admit(deps, connection, spaceId);
  if (connection.stay && connection.stay.hosted.spaceId !== spaceId) await leaveSpace(deps, connection);

  const hosted = await serve(deps, spaceId);
  // Who hung up meanwhile would stay for ever: their end has been handled already.
  if (!connection.isConnected()) throw new AppError('unavailable', 'The connection has ended.');

  const { instance } = hosted;
  const { player, others } = instance.join({ profile: visitor.profile, outlet: connection.outlet, encoding, nowMs: deps.nowMs() });
  connection.stay = { hosted, player };
  const { grid, mapVersion } = instance.plan;
  return {
    self: viewOfPlayer(player),
    players: others.map(viewOfPlayer),
    space: { id: spaceId, width: grid.width, height: grid.height, tileSize: TILE_SIZE, mapVersion },
    tick: deps.currentTick(),
    tickMs: TICK_MS,
  };
};
