import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { choosePort, findFreePort, LOOPBACK } from '../free-port.ts';
import { type RunningServer, spawnServer } from '../server-process.ts';
import { StartError } from '../start-error.ts';
import { lastLine, waitUntilReady } from '../wait-until.ts';
import { kafkaJars } from './jars.ts';

export type KafkaOptions = {
  port?: number;
  /** Holds its log and what it was configured with; one that went on there before is gone on with. Removed by `stop`, not by a crash. */
  dir?: string;
};

const READY_TIMEOUT_MS = 60_000;

/**
 * Starts one Kafka broker on loopback that is its own controller (KRaft). Its log ends with it: what handlers build from
 * it can be rebuilt from the tables. Topics are made by those who use them, never by naming them.
 * Its `url` is `host:port`, as `KAFKA_BROKERS` takes it.
 * @throws StartError when Java, Maven or the port is not to be had.
 */
export const startKafka = async (options: KafkaOptions = {}): Promise<RunningServer> => {
  const classPath = join(await kafkaJars(), '*');
  const port = await choosePort(options.port, 'Kafka');

  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'metaverse-kafka-'));
  const configFile = join(dir, 'server.properties');
  if (!existsSync(configFile)) {
    writeFileSync(configFile, brokerConfig({ port, controllerPort: await findFreePort(), logDir: join(dir, 'log') }));
    formatStorage(classPath, configFile, dir);
  }

  const server = spawnServer({
    name: 'Kafka',
    command: 'java',
    args: ['-Xms256m', '-Xmx512m', '-cp', classPath, 'kafka.Kafka', configFile],
    logFile: join(dir, 'kafka.log'),
    scratchDirs: [dir],
    isRestartable: options.dir !== undefined,
  });
  const url = `${LOOPBACK}:${port}`;
  await waitUntilReady(server, () => knowsItself(url), {
    timeoutMs: READY_TIMEOUT_MS,
    explain: (output) => `Kafka did not start: ${lastLine(output)}`,
  });
  return { url, port, pid: server.pid, stop: server.stop, kill: server.kill, exited: server.exited };
};

const brokerConfig = ({ port, controllerPort, logDir }: { port: number; controllerPort: number; logDir: string }): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${LOOPBACK}:${controllerPort}`,
    listeners: `PLAINTEXT://${LOOPBACK}:${port},CONTROLLER://${LOOPBACK}:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': logDir,
    'auto.create.topics.enable': false,
    // The internal topics want three brokers unless told otherwise, and one partition each is plenty for one.
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 1,
    // Nobody else is coming, so a consumer group need not wait three seconds for others.
    'group.initial.rebalance.delay.ms': 0,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

const formatStorage = (classPath: string, configFile: string, dir: string): void => {
  // A cluster id is the 16 bytes of a UUID in base64url; the first must not make it look like an option.
  const clusterId = Buffer.from(`0${randomUUID().replaceAll('-', '').slice(1)}`, 'hex').toString('base64url');
  const args = ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', configFile];
  const result = spawnSync('java', args, { encoding: 'utf8' });
  if (result.status === 0) return;

  rmSync(dir, { recursive: true });
  if (result.error) throw new StartError('Java, which runs Kafka, is not installed: apt-get install openjdk-17-jre-headless.');
  throw new StartError(`Kafka's storage could not be prepared: ${lastLine(result.stderr)}`);
};

/** Whether the broker answers and has joined the cluster that it is. */
const knowsItself = async (broker: string): Promise<boolean> => {
  const client = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING, retry: { retries: 0 }, connectionTimeout: 1_000 });
  const admin = client.admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};
