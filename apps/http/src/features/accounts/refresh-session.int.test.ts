import { SOCKET_PATHS } from '@metaverse/contracts';
import { eventually } from '@metaverse/test-kit';
import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, call, PASSWORD, refreshCookieOf, signUpSomebody } from '../../testing/call.ts';
import { connect } from '../../testing/connect.ts';
import { expectFailure } from '../../testing/expect-failure.ts';
import { startHttp, type TestHttp } from '../../testing/start-http.ts';

let http: TestHttp;
beforeAll(async () => {
  http = await startHttp({ allowedOrigins: ['https://app.example.org'] });
});
afterAll(() => http.stop());

const headers = { 'User-Agent': 'test-browser/1' };
const signIn = async (): Promise<{ refreshToken: string; token: string; username: string }> => {
  const { username } = await signUpSomebody(http.origin);
  const { body } = await call(http.origin, 'POST /api/v1/login', { body: { username, password: PASSWORD, refresh: 'body' }, headers });
  return { refreshToken: body.refreshToken, token: body.accessToken, username };
};
const refresh = (refreshToken: string, as: Record<string, string> = headers): Promise<Answer> =>
  call(http.origin, 'POST /api/v1/refresh', { body: { refreshToken }, headers: as });
/** Lets the grace time of every spent token be over. */
const waitOutGrace = () => http.db.prisma.$executeRaw`UPDATE refresh_tokens SET spent_at = spent_at - interval '11 seconds'`;

const open: Socket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
const connectAs = async (path: string, token: string): Promise<Socket> => {
  const socket = await connect(http.origin, path, token);
  open.push(socket);
  return socket;
};

describe('rotation', () => {
  it('gives a new pair for each token, on and on', async () => {
    let { refreshToken } = await signIn();
    for (let i = 0; i < 3; i += 1) {
      const answer = await refresh(refreshToken);
      expect(answer.status).toBe(200);
      expect(answer.body.refreshToken).not.toBe(refreshToken);
      expect((await call(http.origin, 'GET /api/v1/me', { token: answer.body.accessToken })).status).toBe(200);
      refreshToken = answer.body.refreshToken;
    }
  });

  it('works by cookie, and then answers by cookie', async () => {
    const { username } = await signUpSomebody(http.origin);
    const signedIn = await call(http.origin, 'POST /api/v1/login', { body: { username, password: PASSWORD }, headers });
    const answer = await call(http.origin, 'POST /api/v1/refresh', { headers: { ...headers, Cookie: refreshCookieOf(signedIn) } });
    expect(answer.status).toBe(200);
    expect(answer.body.refreshToken).toBeUndefined();
    expect(refreshCookieOf(answer)).not.toBe(refreshCookieOf(signedIn));
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('stores no token, only its hash', async () => {
    const { refreshToken } = await signIn();
    const rows = await http.db.prisma.refreshToken.findMany();
    expect(rows.every(({ hash }) => hash.length === 32)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
  });

  it.each(['nonsense', ''])('refuses the token "%s"', async (token) => {
    expectFailure(await refresh(token), 401, 'unauthenticated');
  });

  it('refuses who sends none', async () => {
    expectFailure(await call(http.origin, 'POST /api/v1/refresh'), 401, 'unauthenticated');
  });

  it('ends after seven days, without ending more', async () => {
    const { refreshToken, token } = await signIn();
    await http.db.prisma.$executeRaw`UPDATE refresh_tokens SET expires_at = now() - interval '1 second' WHERE spent_at IS NULL`;
    expectFailure(await refresh(refreshToken), 401, 'unauthenticated');
    expect((await call(http.origin, 'GET /api/v1/me', { token })).status).toBe(200);
  });

  it('takes no cookie from a page of another origin, and takes it from one on the list', async () => {
    const { username } = await signUpSomebody(http.origin);
    const signedIn = await call(http.origin, 'POST /api/v1/login', { body: { username, password: PASSWORD }, headers });
    const from = (origin: string) =>
      call(http.origin, 'POST /api/v1/refresh', { headers: { ...headers, Cookie: refreshCookieOf(signedIn), Origin: origin } });
    expectFailure(await from('https://sibling.example.org'), 401, 'unauthenticated');
    expect((await from('https://app.example.org')).status).toBe(200);
  });
});

describe('a spent token', () => {
  it('gives another successor within the grace time while its successor is unused: an answer that got lost', async () => {
    const { refreshToken } = await signIn();
    const lost = await refresh(refreshToken);
    const again = await refresh(refreshToken);
    expect(again.status).toBe(200);
    expect(again.body.refreshToken).not.toBe(lost.body.refreshToken);
    expect((await refresh(again.body.refreshToken)).status).toBe(200);
  });

  it('lets two tabs that refresh at the same moment both go on', async () => {
    const { refreshToken } = await signIn();
    const [one, two] = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    for (const { body } of [one, two]) expect((await call(http.origin, 'GET /api/v1/me', { token: body.accessToken })).status).toBe(200);
    expect((await refresh(two.body.refreshToken)).status).toBe(200);
  });

  it('lets only one of several successors go on for long', async () => {
    const { refreshToken } = await signIn();
    const [one, two] = [await refresh(refreshToken), await refresh(refreshToken)];
    const next = await refresh(two.body.refreshToken);
    await waitOutGrace();
    expectFailure(await refresh(one.body.refreshToken), 401, 'unauthenticated');
    expectFailure(await refresh(next.body.refreshToken), 401, 'unauthenticated');
  });

  const thefts: [string, (spent: string, successor: string) => Promise<Answer>][] = [
    [
      'after the grace time',
      async (spent) => {
        await waitOutGrace();
        return refresh(spent);
      },
    ],
    ['by another client', (spent) => refresh(spent, { 'User-Agent': 'somebody-else/2' })],
    [
      'when its successor was used',
      async (spent, successor) => {
        expect((await refresh(successor)).status).toBe(200);
        return refresh(spent);
      },
    ],
  ];

  it.each(thefts)('ends the whole session %s, and closes its sockets', async (_, steal) => {
    const { refreshToken, token, username } = await signIn();
    const other = await call(http.origin, 'POST /api/v1/login', { body: { username, password: PASSWORD }, headers });
    const [chat, world] = [await connectAs(SOCKET_PATHS.chat, token), await connectAs(SOCKET_PATHS.world, token)];
    const bystander = await connectAs(SOCKET_PATHS.chat, other.body.accessToken);
    const successor = (await refresh(refreshToken)).body;

    expectFailure(await steal(refreshToken, successor.refreshToken), 401, 'unauthenticated');

    expectFailure(await call(http.origin, 'GET /api/v1/me', { token: successor.accessToken }), 401, 'unauthenticated');
    expectFailure(await refresh(successor.refreshToken), 401, 'unauthenticated');
    await eventually(() => !chat.connected && !world.connected);
    expect(bystander.connected).toBe(true);
    expect((await call(http.origin, 'GET /api/v1/me', { token: other.body.accessToken })).status).toBe(200);
  });
});

describe('log-out', () => {
  it('closes the sockets of the session, everywhere those of the person', async () => {
    const { token, username } = await signIn();
    const other = (await call(http.origin, 'POST /api/v1/login', { body: { username, password: PASSWORD } })).body.accessToken;
    const [here, there] = [await connectAs(SOCKET_PATHS.chat, token), await connectAs(SOCKET_PATHS.world, other)];

    await call(http.origin, 'POST /api/v1/logout', { token });
    await eventually(() => !here.connected);
    expect(there.connected).toBe(true);
    await call(http.origin, 'POST /api/v1/logout?everywhere=true', { token: other });
    await eventually(() => !there.connected);
  });
});
