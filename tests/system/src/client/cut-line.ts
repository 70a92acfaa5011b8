import { createConnection, createServer, type Socket } from 'node:net';
import { listenOnFreePort } from '@metaverse/test-kit';

/** A line to a server that can be cut as a network is: whoever is on it is thrown off, nobody gets through until it is mended. */
export type CutLine = { url: string; cut: () => void; mend: () => void; stop: () => void };

export async function startCutLine(targetUrl: string): Promise<CutLine> {
  const { hostname, port } = new URL(targetUrl);
  const ends = new Set<Socket>();
  let isCut = false;

  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = createConnection({ host: hostname, port: Number(port) });
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        ends.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  });
  const drop = (): void => {
    for (const end of ends) end.destroy();
  };

  return {
    url: `http://127.0.0.1:${await listenOnFreePort(server)}`,
    cut: () => {
      isCut = true;
      drop();
    },
    mend: () => {
      isCut = false;
    },
    stop: () => {
      server.close();
      drop();
    },
  };
}
