import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SOCKET_PATHS } from '@metaverse/contracts';
import { createApp } from './http/create-app.ts';
import { opsRoutes } from './http/ops-routes.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import type { Service } from './service.ts';
import { VERSION } from './version.ts';

export type HostOptions = {
  services: readonly Service[];
  host: string;
  port: number;
  log: Logger;
  metrics: Metrics;
  trustedProxies: readonly string[];
  /** Of the process; what it already holds is stopped after the services. */
  lifecycle?: Lifecycle;
};
export type Host = { port: number; stop: () => Promise<void> };

/**
 * How long an idle connection stays. Longer than the 60 s for which the proxy keeps one: closed by us in the moment in which the
 * proxy sends a request on it, that request would be lost and we would be taken for dead.
 */
const KEEP_ALIVE_MS = 75_000;
const SOCKET_URLS = Object.values(SOCKET_PATHS).map((path) => `${path}/`);

/** Why a port could not be taken, said so that one knows what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Starts services behind one HTTP server. Stopping turns readiness off first, then ends the services in reverse order. */
export async function hostServices(options: HostOptions): Promise<Host> {
  const { services, log } = options;
  const lifecycle = options.lifecycle ?? createLifecycle(log);
  let isStopping = false;

  const app = createApp({ log, trustedProxies: options.trustedProxies });
  app.use(opsRoutes({ services, metrics: options.metrics, version: VERSION, isStopping: () => isStopping }));
  const main = services.find((service) => service.handleRequest)?.handleRequest;
  if (main) app.use(main);
  const server = createServer({ shouldUpgradeCallback: isForSockets, keepAliveTimeout: KEEP_ALIVE_MS }, app);
  for (const service of services) service.attach?.(server);

  lifecycle.onStop('server', () => closeServer(server));
  for (const service of services) {
    lifecycle.onStop(service.name, service.stop);
    await service.start();
  }
  await listen(server, options);
  // From registered last to first: readiness off, services, server.
  lifecycle.onStop('readiness', () => {
    isStopping = true;
  });

  // A listening TCP server has an AddressInfo; only pipes have a string.
  const { port } = server.address() as AddressInfo;
  log.info({ port }, 'ready');
  return { port, stop: lifecycle.stop };
}

/**
 * Only a websocket on a socket's path leaves HTTP. Any other offer to upgrade, as clients make that would like HTTP/2, is
 * answered as the plain request that it is: Socket.IO's servers would leave it open without a word.
 */
function isForSockets({ url = '', headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket' && SOCKET_URLS.some((start) => url.startsWith(start));
}

function listen(server: Server, { host, port }: HostOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE';
      reject(
        new ListenError(
          isTaken
            ? `Port ${port} is taken. Stop what uses it, or set PORT to another one.`
            : `Cannot listen on ${host}:${port}: ${error.message}`,
          { cause: error },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
