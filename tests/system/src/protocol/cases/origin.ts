import { describe, expect, it } from 'vitest';
import { expectFailure, expectSuccess } from '../wire/expectations.ts';
import { oneOf, text } from '../wire/shapes.ts';
import { upgradeStatus } from '../wire/upgrade.ts';
import { freshId, type Wire } from '../wire/wire.ts';

const status = oneOf('ok', 'degraded', 'down');

type Operation = { deprecated?: boolean };
type Description = { openapi: string; paths: Record<string, Record<string, Operation>> };

export function originCases(wire: () => Wire): void {
  describe('health', () => {
    it('says how the service and each of its dependencies are', async () => {
      const health = expectSuccess(await wire().call<{ dependencies: Record<string, unknown> }>('GET /health'));
      expect(health).toMatchObject({
        status: 'ok',
        version: text,
        uptimeSeconds: expect.any(Number),
        dependencies: { postgres: { status: 'ok' } },
      });
      for (const dependency of Object.values(health.dependencies)) expect(dependency).toMatchObject({ status });
    });

    it.each(['GET /livez', 'GET /readyz', 'GET /metrics'])('answers %s', async (route) => {
      expectSuccess(await wire().call(route));
    });
  });

  describe('the description', () => {
    it('names the routes, and the alternates as deprecated', async () => {
      const { openapi, paths } = expectSuccess(await wire().call<Description>('GET /api/v1/openapi.json'));
      expect(openapi).toMatch(/^3\./);
      expect(paths['/api/v1/spaces/{id}/join']?.['post']).toBeDefined();
      expect(paths['/api/v1/spaces/{id}/join']?.['post']?.deprecated).not.toBe(true);
      expect(paths['/auth/login']?.['post']?.deprecated).toBe(true);
      expect(paths['/api/v1/chatroom/{id}/send']?.['post']?.deprecated).toBe(true);
    });

    it('has a page', async () => {
      const answer = await wire().call('GET /docs');
      expectSuccess(answer);
      expect(answer.headers.get('content-type')).toContain('text/html');
    });
  });

  describe('an offer to upgrade', () => {
    it.each([
      ['websocket', '/api/v1/nothing', 404],
      ['websocket', '/api/v1/me', 401],
      ['h2c', '/livez', 200],
      ['h2c', '/socket/chat/', 400],
    ])('to %s is answered at %s like any other request', async (to, path, answered) => {
      expect(await upgradeStatus(`${wire().baseUrl}${path}`, { to })).toBe(answered);
    });
  });

  describe('addresses that are none', () => {
    it.each([
      'GET /api',
      'GET /api/v1',
      'GET /api/v1/nothing',
      'POST /api/v1/spaces/%2e%2e/%2e%2e/etc/passwd',
      'GET /api/v2/spaces',
      'DELETE /api/v1/me',
      'PUT /api/v1/spaces',
      'GET /auth',
      'GET /auth/nothing',
      'POST /auth/validate',
      'GET /users/nothing/at/all',
      'GET /rooms/nothing/at/all',
      'PATCH /messages',
      'GET /media/nothing',
      'GET /docs/nothing',
      'GET /.well-known/nothing',
      'GET /health/nothing',
      'GET /metrics/nothing',
    ])('are answered as such: %s', async (route) => {
      expectFailure(await wire().call(route), 'not_found');
      expectFailure(await wire().call(route, { headers: { accept: 'text/html' } }), 'not_found');
    });

    it('come before the token', async () => {
      const { token } = await wire().person();
      expectFailure(await wire().call('GET /api/v1/nothing', { token }), 'not_found');
      expectFailure(await wire().call('GET /api/v1/nothing', { token: 'made-up' }), 'not_found');
    });

    it('are refused when they are no addresses at all, by the proxy where there is one', async () => {
      const answer = await wire().call('GET /api/v1/spaces/%E0%A4%A');
      if (answer.status !== 400) expectFailure(answer, 'not_found');
    });
  });

  it.each(['GET /', 'GET /spaces', `GET /space/${freshId()}`, 'GET /chat', 'GET /any/where/at/all', 'GET /usersandmore'])(
    'leaves %s to the web app',
    async (route) => {
      const answer = await wire().call(route, { headers: { accept: 'text/html' } });
      expectSuccess(answer);
      expect(answer.headers.get('content-type')).toContain('text/html');
    },
  );
}
