import { describe, expect, it } from 'vitest';
import { ApiError, networkError } from './api-error.ts';
import { createTabCoordination } from './coordination.ts';
import { createTokens, type TokensOptions } from './tokens.ts';

const tokenOf = (userId: string, serial: number): string => `head.${btoa(JSON.stringify({ sub: userId, serial }))}.sign`;
const refused = new ApiError({ code: 'unauthenticated', message: 'no', status: 401 });

function setUp(options: Partial<TokensOptions> = {}) {
  const clock = { now: 0 };
  const spent: (string | undefined)[] = [];
  const tokens = createTokens({
    now: () => clock.now,
    exchange: async (refreshToken) => {
      spent.push(refreshToken);
      await Promise.resolve();
      return { accessToken: tokenOf('juno', spent.length), expiresInSeconds: 600, refreshToken: `r${String(spent.length)}` };
    },
    ...options,
  });
  return { tokens, clock, spent };
}

describe('tokens', () => {
  it('make one request for however many ask', async () => {
    const { tokens, spent } = setUp();
    const given = await Promise.all([tokens.get(), tokens.get(), tokens.renew()]);
    expect(new Set(given)).toEqual(new Set([tokenOf('juno', 1)]));
    expect(spent).toHaveLength(1);
  });

  it('are kept until shortly before their end, then exchanged with the newest refresh token', async () => {
    const { tokens, clock, spent } = setUp();
    tokens.accept({ accessToken: tokenOf('juno', 0), expiresInSeconds: 600, refreshToken: 'r0' });
    clock.now = 570_000;
    expect(await tokens.get()).toBe(tokenOf('juno', 0));
    clock.now = 590_000;
    expect(await tokens.get()).toBe(tokenOf('juno', 1));
    clock.now = 1_300_000;
    await tokens.get();
    expect(spent).toEqual(['r0', 'r1']);
  });

  it('are not exchanged again for a token that was replaced already', async () => {
    const { tokens, spent } = setUp();
    const first = await tokens.get();
    const second = await tokens.renew(first);
    expect(await tokens.renew(first)).toBe(second);
    expect(spent).toHaveLength(2);
  });

  it('ask nothing of the server when nobody has been signed in here', async () => {
    const { tokens, spent } = setUp({ hint: { read: () => false, write: () => undefined } });
    await expect(tokens.get()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(spent).toEqual([]);
  });

  it('tell who is signed in, and that nobody is after a refusal, but not after a lost connection', async () => {
    const people: (string | null)[] = [];
    let failure: Error = networkError();
    const { tokens, clock } = setUp({ exchange: () => Promise.reject(failure) });
    tokens.onPersonChanged((userId) => people.push(userId));
    tokens.accept({ accessToken: tokenOf('juno', 0), expiresInSeconds: 600 });
    tokens.accept({ accessToken: tokenOf('juno', 1), expiresInSeconds: 600 });
    clock.now = 700_000;
    await expect(tokens.get()).rejects.toMatchObject({ code: 'network' });
    expect(people).toEqual(['juno']);
    failure = refused;
    await expect(tokens.get()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(people).toEqual(['juno', null]);
  });

  it('are renewed by one tab for all of them', async () => {
    const name = `tabs-${crypto.randomUUID()}`;
    let requests = 0;
    const tab = () => {
      const coordination = createTabCoordination(name);
      const heard = new Promise((resolve) => {
        coordination.onAnnounced(resolve);
      });
      const exchange = () => {
        requests += 1;
        return Promise.resolve({ accessToken: tokenOf('juno', requests), expiresInSeconds: 600 });
      };
      return { heard, tokens: setUp({ coordination, exchange }).tokens };
    };
    const [a, b] = [tab(), tab()];
    const first = await a.tokens.get();
    await b.heard;
    expect(await b.tokens.get()).toBe(first);
    expect(requests).toBe(1);
  });
});
