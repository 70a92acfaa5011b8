import { createServer } from 'node:http';
import { SOCKET_PATHS } from '@metaverse/contracts';
import { AppError, type Authenticate, attachSocketServer, createSocketServer, silentLogger, unauthenticated } from '@metaverse/service-kit';
import { createTestDatabase, eventually, listenOnFreePort, makeUser } from '@metaverse/test-kit';
import { io as connect } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { startChat } from './testing/start-chat.ts';

/** A server whose sessions end between the handshake's look at them and the connection. */
async function serverWhereSessionsEnd(failure: AppError): Promise<number> {
  let looks = 0;
  const authenticate: Authenticate = () => {
    looks += 1;
    if (looks > 1) return Promise.reject(failure);
    return Promise.resolve({ userId: 'ada', role: 'user', sessionId: 'ended', expiresAtMs: Date.now() + 60_000 });
  };
  const io = createSocketServer({ path: SOCKET_PATHS.chat, authenticate, allowedOrigins: [], log: silentLogger() });
  const server = createServer();
  attachSocketServer(io, server);
  onTestFinished(async () => {
    await io.close();
  });
  return listenOnFreePort(server);
}

test.each([
  ['ends a connection whose session was ended while it was opened', unauthenticated('ended'), 'io server disconnect'],
  ['lets a connection come again of which it cannot be told', new AppError('unavailable', 'away'), 'transport close'],
] as const)('%s', async (_, failure, how) => {
  const port = await serverWhereSessionsEnd(failure);
  const options = { path: SOCKET_PATHS.chat, transports: ['websocket'], forceNew: true, reconnection: false, auth: { token: 'any' } };
  const socket = connect(`http://127.0.0.1:${port}`, options);
  let ended: string | undefined;
  socket.on('disconnect', (reason) => {
    ended = reason;
  });
  await eventually(() => expect(ended).toBe(how));
  socket.disconnect();
});

test('a stop ends connections so that stock clients come back', async () => {
  const database = await createTestDatabase();
  const chat = await startChat({ db: database.db });
  onTestFinished(async () => {
    await chat.stop();
    await database.stop();
  });
  const { socket } = await chat.connect((await makeUser(database.db.prisma)).id);
  let ended: string | undefined;
  socket.on('disconnect', (reason) => {
    ended = reason;
  });
  await chat.service.stop();
  await eventually(() => expect(ended).toBe('transport close'));
});
