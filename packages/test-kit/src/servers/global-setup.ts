import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { createLazyServers, type ServerName } from './lazy-servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for PostgreSQL, Redis and Kafka; each is started when the first one asks. */
    testServersUrl: string;
  }
}

/** Vitest's globalSetup of every project whose tests use real servers. @returns the teardown. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const servers = createLazyServers();
  const door = createServer((request, response) => {
    // A kept connection could be closed in the very moment in which a test asks for the next server.
    response.setHeader('Connection', 'close');
    // The path is the name of a server; anything else is answered with the failure of looking it up.
    servers.urlOf(request.url?.slice(1) as ServerName).then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  // A server that listens on TCP has an address of this kind.
  project.provide('testServersUrl', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);

  return async () => {
    door.close();
    door.closeAllConnections();
    await servers.stop();
  };
};
