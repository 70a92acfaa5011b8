import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOOPBACK } from '../free-port.ts';
import { repoDir } from '../paths.ts';
import { type ServerProcess, spawnServer } from '../server-process.ts';
import { lastLine, waitUntilReady } from '../wait-until.ts';
import { answersReady } from './service-process.ts';

export type Upstreams = { http: number[]; chat: number[]; world: number[] };

const READY_TIMEOUT_MS = 15_000;

/** Puts Caddy in front of the services, with the configuration that production has. */
export const startProxy = async (options: { port: number; upstreams: Upstreams; logDir: string }): Promise<ServerProcess> => {
  const { port, upstreams } = options;
  const home = mkdtempSync(join(tmpdir(), 'metaverse-caddy-'));
  const to = (ports: number[]): string => `to ${ports.map((each) => `${LOOPBACK}:${each}`).join(' ')}`;
  const proxy = spawnServer({
    name: 'Caddy',
    command: 'caddy',
    args: ['run', '--config', join(repoDir, 'infrastructure', 'proxy', 'Caddyfile'), '--adapter', 'caddyfile'],
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      SITE_ADDRESS: `http://${LOOPBACK}:${port}`,
      HTTP_UPSTREAMS: to(upstreams.http),
      CHAT_UPSTREAMS: to(upstreams.chat),
      WORLD_UPSTREAMS: to(upstreams.world),
    },
    logFile: join(options.logDir, 'caddy.log'),
    scratchDirs: [home],
  });
  await waitUntilReady(proxy, () => answersReady(`http://${LOOPBACK}:${port}/livez`), {
    timeoutMs: READY_TIMEOUT_MS,
    explain: (output) => (output === '' ? 'Caddy is not installed: apt-get install caddy.' : `Caddy did not start: ${lastLine(output)}`),
  });
  return proxy;
};
