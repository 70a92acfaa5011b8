import { createServer, type Server } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/** A TCP port on which nothing listens now. Another program may take it before it is used: try again then. */
export const findFreePort = async (): Promise<number> => {
  const [port = 0] = await findFreePorts(1);
  return port;
};

/** Several of them, all different. */
export const findFreePorts = async (count: number): Promise<number[]> => {
  const servers = await Promise.all(Array.from({ length: count }, listenAnywhere));
  return Promise.all(servers.map(({ server, port }) => new Promise<number>((resolve) => void server.close(() => resolve(port)))));
};

const listenAnywhere = (): Promise<{ server: Server; port: number }> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : 0 });
    });
  });

/** Whether something listens on the port already. */
export const isPortTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(true));
    server.listen(port, LOOPBACK, () => server.close(() => resolve(false)));
  });
