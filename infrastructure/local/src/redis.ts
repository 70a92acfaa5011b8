import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePort, LOOPBACK } from './free-port.ts';
import { type RunningServer, spawnServer } from './server-process.ts';
import { lastLine, waitUntilReady } from './wait-until.ts';

const READY_TIMEOUT_MS = 10_000;

/**
 * Starts an own `redis-server` on loopback that keeps nothing: what we put there can be recomputed.
 * @throws StartError when it is not installed or the port is taken.
 */
export const startRedis = async (options: { port?: number } = {}): Promise<RunningServer> => {
  const port = await choosePort(options.port, 'Redis');

  const dir = mkdtempSync(join(tmpdir(), 'metaverse-redis-'));
  const server = spawnServer({
    name: 'Redis',
    command: 'redis-server',
    args: ['--bind', LOOPBACK, '--port', String(port), '--dir', dir, '--save', '', '--appendonly', 'no', '--protected-mode', 'yes'],
    logFile: join(dir, 'redis.log'),
    scratchDirs: [dir],
  });
  await waitUntilReady(server, () => answersPing(port), {
    timeoutMs: READY_TIMEOUT_MS,
    explain: (output) =>
      output === '' ? 'redis-server is not installed: apt-get install redis-server.' : `Redis did not start: ${lastLine(output)}`,
  });
  return { url: `redis://${LOOPBACK}:${port}`, port, pid: server.pid, stop: server.stop, kill: server.kill, exited: server.exited };
};

/** The protocol's own greeting, so that no client is needed here. */
const answersPing = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, LOOPBACK, () => socket.write('PING\r\n'));
    const answer = (isReady: boolean): void => {
      socket.destroy();
      resolve(isReady);
    };
    socket.once('data', (data) => answer(data.toString().startsWith('+PONG')));
    socket.once('error', () => answer(false));
  });
