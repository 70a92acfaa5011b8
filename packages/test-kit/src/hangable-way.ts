import { connect, createServer, type Socket } from 'node:net';
import { listenOnFreePort } from './listen-on-free-port.ts';

export type HangableWay = { url: string; hang: () => void; goOn: () => void; stop: () => void };

/** A way to a TCP server that can fall silent: what is sent meanwhile arrives when it goes on. `url` is the server's, by this way. */
export async function hangableWay(url: string): Promise<HangableWay> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isHanging = false;
  const server = createServer((socket) => {
    const onward = connect(Number(target.port), target.hostname);
    socket.pipe(onward).pipe(socket);
    for (const each of [socket, onward]) {
      sockets.add(each);
      each.on('error', () => undefined);
      if (isHanging) each.pause();
    }
  });
  const near = new URL(url);
  near.port = String(await listenOnFreePort(server));
  return {
    url: near.href,
    hang: () => {
      isHanging = true;
      for (const socket of sockets) socket.pause();
    },
    goOn: () => {
      isHanging = false;
      for (const socket of sockets) socket.resume();
    },
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
