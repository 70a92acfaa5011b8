import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { findFreePort, findFreePorts, isPortTaken, LOOPBACK } from './free-port.ts';

it('finds different ports on which nothing listens, out of reach of outgoing connections', async () => {
  const ports = await findFreePorts(10);
  expect(new Set(ports).size).toBe(10);
  expect(await Promise.all(ports.map(isPortTaken))).toEqual(Array(10).fill(false));
  expect(Math.max(...ports)).toBeLessThan(32_768);
});

it('passes over a port that is taken', async () => {
  const taken = (await findFreePort()) + 1;
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(taken, LOOPBACK, resolve));
  expect(await isPortTaken(taken)).toBe(true);
  expect(await findFreePort()).not.toBe(taken);
  server.close();
});
