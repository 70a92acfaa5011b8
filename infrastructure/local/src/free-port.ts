import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

export const LOOPBACK = '127.0.0.1';

/**
 * Below what systems give to outgoing connections (Linux from 32,768, others from 49,152): none of those takes a port that was
 * found before its server listens, or while that is started again.
 */
const FIRST_PORT = 15_000;
const LAST_PORT = 32_000;
const PORTS = LAST_PORT - FIRST_PORT + 1;
/** Each process begins at a place of its own, so that two that look at the same time do not find the same. */
const PORTS_PER_PROCESS = 64;

let offset = process.pid * PORTS_PER_PROCESS;

/** A TCP port on which nothing listens now. Another program may take it before it is used: try again then. */
export const findFreePort = async (): Promise<number> => {
  for (let tried = 0; tried < PORTS; tried += 1) {
    const port = FIRST_PORT + (offset % PORTS);
    offset += 1;
    if (!(await isPortTaken(port))) return port;
  }
  throw new Error(`every port from ${FIRST_PORT} to ${LAST_PORT} is taken`);
};

/** Several of them, all different. */
export const findFreePorts = async (count: number): Promise<number[]> => {
  const ports: number[] = [];
  while (ports.length < count) ports.push(await findFreePort());
  return ports;
};

/** The wished port, or else a free one. @throws StartError when the wished one is taken. */
export const choosePort = async (wished: number | undefined, name: string): Promise<number> => {
  if (!wished) return findFreePort();
  if (await isPortTaken(wished))
    throw new StartError(`Port ${wished} is taken by another program: stop it or choose another port for ${name}.`);
  return wished;
};

/** Whether something listens on the port already. */
export const isPortTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(true));
    server.listen(port, LOOPBACK, () => server.close(() => resolve(false)));
  });
