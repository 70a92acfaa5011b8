import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { Transform } from 'node:stream';

export type CutProxy = {
  /** Origin to open in place of the real one. */
  url: string;
  /** Ends every connection and takes no new one. */
  cut: () => void;
  mend: () => void;
  /** Delays each direction from now on, in milliseconds. */
  delay: (ms: number) => void;
  stop: () => Promise<void>;
};

/** A TCP proxy on loopback that can be cut like a cable and slowed like a bad line; bytes keep their order. */
export async function startCutProxy(target: string): Promise<CutProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isCut = false;
  let delayMs = 0;

  const slow = (): Transform =>
    new Transform({
      // Equal timers fire in the order they were set, so chunks keep theirs.
      transform(chunk: Buffer, _encoding, done) {
        if (delayMs === 0) {
          done(null, chunk);
          return;
        }
        setTimeout(() => this.push(chunk), delayMs);
        done();
      },
      flush: (done) => void setTimeout(done, delayMs),
    });

  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = createConnection({ host: hostname, port: Number(port) });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(slow()).pipe(far);
    far.pipe(slow()).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endAll = (): void => sockets.forEach((socket) => socket.destroy());

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      endAll();
    },
    mend: () => {
      isCut = false;
    },
    delay: (ms) => {
      delayMs = ms;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        endAll();
      }),
  };
}
