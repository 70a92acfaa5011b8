import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStandalone, type Target } from './harness/start-standalone.ts';
import { expectFailure, expectSuccess } from './wire/expectations.ts';
import { expectOk, type Line } from './wire/lines.ts';
import type { SignedIn } from './wire/shapes.ts';
import { createWire, freshId, type Person, type Wire } from './wire/wire.ts';

// What becomes of a token at its end, on an instance where that comes soon.
const TTL_SECONDS = 4;

let target: Target;
let wire: Wire;
beforeAll(async () => {
  target = await startStandalone({ ACCESS_TOKEN_TTL_SECONDS: String(TTL_SECONDS) });
  wire = createWire(target);
});
afterAll(async () => {
  wire.closeAll();
  await target.stop();
});

const renewed = async (person: Person): Promise<string> =>
  expectSuccess(await wire.call<SignedIn>('POST /api/v1/refresh', { body: { refreshToken: person.refreshToken } })).accessToken;

// A case is mostly waiting for its own token's end.
describe.concurrent.each(['/socket/chat', '/socket/world'] as const)('a live socket of %s', (path) => {
  const open = (token: string): Promise<Line> => wire.open({ path, query: { spaceId: freshId() }, auth: { token } });

  it('is asked for a new token before its own ends, and closed at the end when it gives none', async () => {
    const person = await wire.person();
    const line = await open(person.token);
    const { inSeconds } = await line.next<{ inSeconds: number }>('auth-expiring');
    expect(inSeconds).toBeGreaterThan(0);
    expect(inSeconds).toBeLessThan(TTL_SECONDS);
    expect(line.isOpen()).toBe(true);

    expect(await line.ended).toBe('io server disconnect');
    expectFailure(await person.call('GET /api/v1/me'), 'token_expired');
    await expect(open(person.token)).rejects.toMatchObject({ message: 'token_expired', data: { code: 'token_expired' } });
  });

  it('outlives its first token when it gives the next one, and is asked again', async () => {
    const person = await wire.person();
    const signedUpAtMs = Date.now();
    const line = await open(person.token);
    await line.next('auth-expiring');
    const token = await renewed(person);
    expect(expectOk(await line.ask('authenticate', { token }))).toEqual({});

    line.forget();
    await line.next('auth-expiring');
    expect(await line.ended).toBe('io server disconnect');
    expect(Date.now() - signedUpAtMs).toBeGreaterThan(TTL_SECONDS * 1_000);
  });

  it('is closed at once by the token of somebody else', async () => {
    const [person, other] = [await wire.person(), await wire.person()];
    const line = await open(person.token);
    line.tell('authenticate', { token: other.token });
    expect(await line.ended).toBe('io server disconnect');
  });
});
