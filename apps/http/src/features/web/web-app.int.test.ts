import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../testing/call.ts';
import { expectFailure } from '../../testing/expect-failure.ts';
import { startHttp, type TestHttp } from '../../testing/start-http.ts';

describe('the built web app', () => {
  let http: TestHttp;
  let dist: string;
  beforeAll(async () => {
    dist = mkdtempSync(join(tmpdir(), 'web-dist-'));
    mkdirSync(join(dist, 'assets'));
    writeFileSync(join(dist, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="%CSP_NONCE%"><title>App</title>');
    writeFileSync(join(dist, 'assets', 'app-1a2b3c.js'), `console.log(1);${' '.repeat(4_000)}`);
    writeFileSync(join(dist, 'favicon.svg'), '<svg/>');
    http = await startHttp({ webDist: dist, limits: { requests: 1 } });
  });
  afterAll(async () => {
    await http.stop();
    rmSync(dist, { recursive: true });
  });

  it.each(['/', '/index.html', '/login', '/spaces/0192d3a8-0000-7000-8000-000000000000', '/chat/a/b?c=d'])(
    'is its one page at %s',
    async (path) => {
      const answer = await call(http.origin, `GET ${path}`);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('<title>App</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('gives each page a nonce of its own, and allows no inline script', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const answer = await call(http.origin, 'GET /');
        const nonce = /nonce="([^"%]+)"/.exec(answer.text)?.[1];
        const policy = answer.headers.get('content-security-policy') ?? '';
        expect(policy).toContain(`style-src-elem 'self' 'nonce-${nonce}'`);
        expect(policy).toContain("script-src 'self';");
        expect(policy).toContain("default-src 'self';");
        expect(policy).toContain("frame-ancestors 'none'");
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it('keeps files with a hash in their name for good, and compresses them', async () => {
    const answer = await call(http.origin, 'GET /assets/app-1a2b3c.js', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect((await call(http.origin, 'GET /favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it('says that a file is not there instead of sending the page', async () => {
    expectFailure(await call(http.origin, 'GET /assets/app-old.js'), 404, 'not_found');
    expectFailure(await call(http.origin, 'GET /robots.txt'), 404, 'not_found');
  });

  it('is never limited', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => call(http.origin, 'GET /')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  it('promises https to nobody who came without', async () => {
    expect((await call(http.origin, 'GET /')).headers.get('strict-transport-security')).toBeNull();
    const secure = await call(http.origin, 'GET /', { headers: { 'X-Forwarded-Proto': 'https' } });
    expect(secure.headers.get('strict-transport-security')).toContain('max-age=63072000');
  });
});

describe('without a built web app', () => {
  it('says so, and how to get one', async () => {
    const http = await startHttp();
    const answer = await call(http.origin, 'GET /anything');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toMatch(/html/);
    expect(answer.text).toContain('pnpm build');
    await http.stop();
  });
});
