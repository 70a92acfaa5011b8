import { createMetrics, silentLogger } from '@metaverse/service-kit';
import { createTestDatabase, makeSpace, makeUser, type TestDatabase } from '@metaverse/test-kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Outlet } from '../world/model.ts';
import { createWorldMetrics } from '../world-metrics.ts';
import { LEASE_TTL_MS } from './lease-queries.ts';
import { SpaceDirectory } from './space-directory.ts';

let database: TestDatabase;
let spaceId: string;
let userId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.stop();
});
beforeEach(async () => {
  spaceId = (await makeSpace(database.db.prisma)).id;
  userId = (await makeUser(database.db.prisma)).id;
});

/** A process with a clock of its own, which tests move. */
const makeProcess = (owner: string) => {
  const clock = { nowMs: 1_000 };
  const directory = new SpaceDirectory({
    pool: database.db.pool,
    owner,
    log: silentLogger(),
    metrics: createWorldMetrics(createMetrics()),
    nowMs: () => clock.nowMs,
    presence: () => ({ onEnter: () => undefined, onLeave: () => undefined }),
  });
  const told: string[] = [];
  const outlet: Outlet = {
    id: owner,
    lag: () => 'none',
    sendFrame: () => void told.push('frame'),
    emit: (event) => void told.push(event),
    end: (how) => void told.push(how),
  };
  const enter = async () => {
    const hosted = await directory.serve(spaceId);
    const profile = {
      userId,
      username: 'ada',
      displayName: 'Ada',
      avatar: { id: null, look: null, imageUrl: null },
      presence: 'online' as const,
    };
    return { hosted, ...hosted.instance.join({ profile, outlet, encoding: 'binary', nowMs: clock.nowMs }) };
  };
  return { clock, directory, told, enter };
};

const stored = () => database.db.prisma.worldSnapshot.findUnique({ where: { spaceId } });
/** What the database does when a lease's time is over. */
const expire = () => database.db.pool.query(`UPDATE world_leases SET expires_at = now() WHERE space_id = $1`, [spaceId]);

test('[WO3] an owner that was paused past its lease sends no frame and writes no snapshot, even before it has asked anybody', async () => {
  const paused = makeProcess('paused');
  const { hosted, player } = await paused.enter();
  paused.directory.tick(1);
  await paused.directory.save();
  expect(paused.told).toEqual(['roster-changed', 'frame']);
  const before = await stored();

  paused.clock.nowMs += LEASE_TTL_MS;
  hosted.instance.move(player, { x: player.spot.x + 1, y: player.spot.y }, paused.clock.nowMs);
  paused.directory.tick(2);
  await paused.directory.save();
  expect(paused.told).toEqual(['roster-changed', 'frame']);
  expect(await stored()).toEqual(before);

  await expire();
  const next = makeProcess('next');
  const taken = await next.enter();
  expect(BigInt(taken.hosted.lease.fence)).toBe(BigInt(hosted.lease.fence) + 1n);
  expect(taken.player.spot).toEqual({ x: 1, y: 1, direction: 'down' });

  await paused.directory.renew();
  paused.directory.tick(3);
  expect(paused.told.slice(2)).toEqual(['moved-away', 'reconnect']);
  await Promise.all([paused.directory.stop(), next.directory.stop()]);
});

test('[WO3] an owner whose clock is wrong is stopped by the fence', async () => {
  const wrong = makeProcess('wrong');
  const { hosted, player } = await wrong.enter();
  await wrong.directory.save();
  await expire();
  const next = makeProcess('next');
  await next.enter();
  await next.directory.save();
  const before = await stored();
  hosted.instance.move(player, { x: player.spot.x + 1, y: player.spot.y }, wrong.clock.nowMs);
  await wrong.directory.save();
  expect(await stored()).toEqual(before);
  await Promise.all([wrong.directory.stop(), next.directory.stop()]);
});

test('an owner that lost sight of the database for longer than its lease goes on when nobody took the space', async () => {
  const owner = makeProcess('owner');
  const { hosted } = await owner.enter();
  owner.clock.nowMs += 2 * LEASE_TTL_MS;
  await expire();
  await expect(owner.directory.serve(spaceId)).resolves.toBe(hosted);
  owner.directory.tick(1);
  expect(owner.told).toEqual(['roster-changed', 'frame']);
  await owner.directory.stop();
});

test('leases of many spaces are renewed together, each with its own answer', async () => {
  const owner = makeProcess('owner');
  const spaces = await Promise.all([1, 2, 3].map(() => makeSpace(database.db.prisma)));
  const hosted = await Promise.all(spaces.map(({ id }) => owner.directory.serve(id)));
  await database.db.pool.query(`UPDATE world_leases SET owner = 'thief', fence = fence + 1 WHERE space_id = $1`, [spaces[1]?.id]);
  owner.clock.nowMs += 1_000;
  await owner.directory.renew();
  expect(hosted.map(({ isOpen }) => isOpen)).toEqual([true, false, true]);
  expect(hosted[0]?.lease.validUntilMs).toBe(owner.clock.nowMs + LEASE_TTL_MS);
  await owner.directory.stop();
});

test('a stopped process holds nothing, and its spaces are free at once', async () => {
  const owner = makeProcess('owner');
  await owner.enter();
  await owner.directory.stop();
  expect(owner.told.slice(-2)).toEqual(['moved-away', 'reconnect']);
  const next = makeProcess('next');
  const startedAt = Date.now();
  await next.enter();
  expect(Date.now() - startedAt).toBeLessThan(LEASE_TTL_MS - 1_000);
  await next.directory.stop();
});
