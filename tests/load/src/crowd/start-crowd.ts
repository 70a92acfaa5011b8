import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repoDir } from '@metaverse/local';
import { makeSpace } from '@metaverse/test-kit';
import type { BenchContext } from '../harness/bench-context.ts';
import { measureRun } from '../harness/measure.ts';
import { startMeasured } from '../harness/measured-process.ts';
import type { Installation } from '../harness/people.ts';
import { startServer } from '../harness/start-server.ts';
import type { Crowd, CrowdRun } from './load.ts';
import { MAP_SIDE_TILES, scatteredGround } from './map.ts';
import type { CrowdWireName } from './wires.ts';

const gameState = join(repoDir, 'apps/game-state/src/main.ts');
const scripts: Record<CrowdWireName, string> = {
  ours: gameState,
  'ours as json': gameState,
  floor: fileURLToPath(new URL('./floor.ts', import.meta.url)),
  tutorial: fileURLToPath(new URL('./tutorial.ts', import.meta.url)),
};

export type RunningCrowd = { measure: (run: CrowdRun) => ReturnType<typeof measureRun> };

/** A server with a crowd of `people` in one space of it, both in processes of their own. They stand still until measured. */
export async function startCrowd(
  wire: CrowdWireName,
  people: number,
  { context, installation }: { context: BenchContext; installation: Installation },
): Promise<RunningCrowd> {
  const { databaseUrl, jwksUrl, db } = installation;
  const env = { DATABASE_URL: databaseUrl, JWKS_URL: jwksUrl, LOG_LEVEL: 'warn' };
  const profileDir = wire === 'ours' ? context.profileDir : undefined;
  const server = await startServer({ script: scripts[wire], env, profileDir });
  context.onStop(server.stop);
  const generator = startMeasured({ script: fileURLToPath(new URL('./load.ts', import.meta.url)), cores: context.cores?.generator });
  context.onStop(generator.stop);

  const space = await makeSpace(db.prisma, { width: MAP_SIDE_TILES, height: MAP_SIDE_TILES, ground: scatteredGround });
  const place = { url: server.url, spaceId: space.id };
  await generator.call('open', { wire, place, people: await installation.makePeople(people) } satisfies Crowd);
  return { measure: (run) => measureRun({ server, generator, run }) };
}
