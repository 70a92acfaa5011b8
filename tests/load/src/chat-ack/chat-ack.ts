import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repoDir } from '@metaverse/local';
import { eventually, makeChatroom } from '@metaverse/test-kit';
import type { BenchContext } from '../harness/bench-context.ts';
import { measureRun } from '../harness/measure.ts';
import { startMeasured } from '../harness/measured-process.ts';
import { type Installation, openInstallation } from '../harness/people.ts';
import { cpuOfFamilyMs } from '../harness/process-cpu.ts';
import type { BenchCase, Contender } from '../harness/rounds.ts';
import { type MeasuredServer, startServer } from '../harness/start-server.ts';
import type { ChatCrowd, ChatRun } from './load.ts';
import type { ChatWireName } from './wires.ts';

/** Messages a second: a lively room, a crowded one, and more than one that stores each by itself can well bear. */
const RATES = [50, 250, 1_000];
const DEFAULT_PEOPLE = 10;
/** The relay polls once a second when it was not woken. */
const SETTLE_TIMEOUT_MS = 10_000;

const NO_LIMITS = { LIMIT_MESSAGES: '1000000', LIMIT_MESSAGES_BURST: '1000000', LIMIT_EVENTS: '1000000', LIMIT_JOINS: '1000' };

type Side = { name: string; wire: ChatWireName; server: MeasuredServer; table: string };

export const comparedInChatAck = [
  'ackP50Ms',
  'ackP99Ms',
  'acksPerSecond',
  'serverCpuUsPerDelivery',
  'databaseCpuUsPerMessage',
  'bytesPerDelivery',
];

/** From `send-message` to its ack, stored and handed to everybody in the room, at several rates. */
export async function chatAck(context: BenchContext, dir: string): Promise<BenchCase[]> {
  const installation = await openInstallation(dir, context);
  const sides = await startSides(installation, context, dir);
  const people = await installation.makePeople(context.n ?? DEFAULT_PEOPLE);
  const room = await makeChatroom(installation.db.prisma);
  await installation.db.prisma.chatroomMember.createMany({
    data: people.map(({ userId }) => ({ roomId: room.id, userId, role: 'member' })),
  });

  const opened = await Promise.all(
    sides.map(async (side) => {
      const crowd: ChatCrowd = { wire: side.wire, place: { url: side.server.url, roomId: room.id }, people };
      const generator = startMeasured({ script: fileURLToPath(new URL('./load.ts', import.meta.url)), cores: context.cores?.generator });
      context.onStop(generator.stop);
      await generator.call('open', crowd);
      return { ...side, generator };
    }),
  );
  return RATES.map((rate) => ({
    name: `${String(rate)} messages a second`,
    contenders: opened.map((side): Contender => ({
      name: side.name,
      measure: () => measureSide(side, { rate, seconds: context.seconds }, installation),
    })),
  }));
}

async function startSides(installation: Installation, context: BenchContext, dir: string): Promise<Side[]> {
  const { databaseUrl, keysDir } = installation;
  const env = { DATABASE_URL: databaseUrl };
  const start = async (spec: Parameters<typeof startServer>[0]): Promise<MeasuredServer> => {
    const server = await startServer(spec);
    context.onStop(server.stop);
    return server;
  };
  // Everything of the product in one process, the relay and the handlers of the event log included: they work for each message too.
  const standalone = await start({
    script: join(repoDir, 'apps/standalone/src/main.ts'),
    env: { ...env, ...NO_LIMITS, SIGNING_KEYS_DIR: keysDir, DATA_DIR: dir, WEB_DIST: dir, LOG_FORMAT: 'json' },
    profileDir: context.profileDir,
  });
  const floor = await start({ script: fileURLToPath(new URL('./floor.ts', import.meta.url)), env });
  const tutorial = await start({ script: fileURLToPath(new URL('./tutorial.ts', import.meta.url)), env });
  return [
    { name: 'ours', wire: 'ours', server: standalone, table: 'messages' },
    { name: 'floor', wire: 'floor', server: floor, table: 'floor_messages' },
    { name: 'socket.io tutorial', wire: 'tutorial', server: tutorial, table: 'tutorial_messages' },
  ];
}

type Opened = Side & { generator: ReturnType<typeof startMeasured> };

async function measureSide(
  { server, generator, table }: Opened,
  run: ChatRun,
  { db, databasePid }: Installation,
): ReturnType<Contender['measure']> {
  const countOf = async (name: string): Promise<number> => {
    const { rows } = await db.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`);
    return rows[0]?.count ?? 0;
  };
  const settle = () => eventually(async () => (await countOf('outbox')) === 0, { timeoutMs: SETTLE_TIMEOUT_MS });

  const [storedBefore, databaseBefore] = [await countOf(table), cpuOfFamilyMs(databasePid)];
  const { deliveries: _deliveries, ...sample } = await measureRun({ server, generator, run, settle });
  const [databaseMs, stored] = [cpuOfFamilyMs(databasePid) - databaseBefore, (await countOf(table)) - storedBefore];
  const sent = Math.round(run.rate * run.seconds);
  return {
    ...sample,
    metrics: { ...sample.metrics, databaseCpuUsPerMessage: (databaseMs * 1_000) / sent },
    failures: [...sample.failures, ...(stored === sent ? [] : [`${String(stored)} of ${String(sent)} messages were stored`])],
  };
}
