import { alternatePaths, httpRoutes, type RouteContract } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { docsPage } from './docs-page.ts';
import { openApiDocument } from './openapi-document.ts';
import { typeText } from './schema-text.ts';

const document = openApiDocument('1.2.3');
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the test reads plain JSON
const paths = JSON.parse(JSON.stringify(document.paths)) as Record<string, Record<string, any>>;
const at = ({ method, path }: { method: string; path: string }) => paths[path.replace(/:(\w+)/g, '{$1}')]?.[method];

describe('the OpenAPI document', () => {
  it('has every route and every alternate, the latter deprecated', () => {
    expect(document.openapi).toMatch(/^3\.1/);
    for (const route of Object.values<RouteContract>(httpRoutes))
      expect(at(route), route.path).toMatchObject({ tags: [route.tag], summary: route.summary });
    for (const alternate of alternatePaths) expect(at(alternate), alternate.path).toMatchObject({ deprecated: true });
    const count = Object.values(paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0);
    expect(count).toBe(Object.keys(httpRoutes).length + alternatePaths.length);
  });

  it('names each operation once', () => {
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('declares every parameter of a path, and the fields that alternates move elsewhere', () => {
    for (const [path, methods] of Object.entries(paths)) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      for (const operation of Object.values(methods)) {
        const declared = (operation.parameters ?? [])
          .filter((each: { in: string }) => each.in === 'path')
          .map((each: { name: string }) => each.name);
        expect(declared.sort(), path).toEqual(wanted);
      }
    }
    const rooms = at({ method: 'get', path: '/api/v1/chatroom/rooms' });
    expect(rooms.parameters).toContainEqual(expect.objectContaining({ name: 'spaceId', in: 'query', required: true }));
    const create = at({ method: 'post', path: '/api/v1/chatroom/create' });
    expect(create.requestBody.content['application/json'].schema.required).toContain('spaceId');
  });

  it('asks for a token where one is needed', () => {
    expect(at(httpRoutes.logIn).security).toEqual([]);
    expect(at(httpRoutes.getMe).security).toEqual([{ accessToken: [] }]);
    expect(Object.keys(at(httpRoutes.createElement).responses)).toEqual(expect.arrayContaining(['201', '400', '401', '403', '429']));
  });

  it('names the statuses that a client has to expect, those of an alternate being those of its canonical path', () => {
    const statuses = (route: { method: string; path: string }) => Object.keys(at(route).responses);
    expect(statuses(httpRoutes.signUp)).toEqual(expect.arrayContaining(['201', '400', '409', '413', '429', '503']));
    expect(statuses(httpRoutes.refresh)).toEqual(expect.arrayContaining(['200', '400', '401', '503']));
    for (const alternate of alternatePaths) {
      const canonical: RouteContract = httpRoutes[alternate.canonical];
      const isMovedToBody = Object.values(alternate.params ?? {}).some((place) => place.in === 'body');
      expect(statuses(alternate).filter((status) => status !== '413' || !isMovedToBody)).toEqual(
        statuses(canonical).filter((status) => status !== '413' || !isMovedToBody),
      );
    }
  });

  it('describes what is sent before it is read: sign-up has its fields', () => {
    expect(Object.keys(at(httpRoutes.signUp).requestBody.content['application/json'].schema.properties)).toContain('password');
  });

  it('points at nothing that is not there', () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) expect(document.components?.schemas).toHaveProperty(name!);
  });
});

describe('the page', () => {
  const page = docsPage(document);

  it('has a part for every route and needs no script and nothing from elsewhere', () => {
    for (const name of Object.keys(httpRoutes)) expect(page).toContain(`id="${name}"`);
    expect(page).not.toMatch(/<script|style=|https?:\/\//);
  });

  it('shows text as text', () => {
    const hostile = openApiDocument('<img src=x onerror=alert(1)>');
    expect(docsPage(hostile)).not.toContain('<img');
  });
});

describe('a schema in a few words', () => {
  it.each([
    [{ type: 'string', format: 'uuid' }, 'string (uuid)'],
    [{ type: 'integer', minimum: 1, maximum: 100 }, 'integer 1–100'],
    [{ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }, 'integer'],
    [{ enum: ['a', 'b'] }, '"a" | "b"'],
    [{ anyOf: [{ $ref: '#/components/schemas/Look' }, { type: 'null' }] }, 'Look | null'],
    [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, '(string | null)[]'],
    [{ type: 'object', properties: { a: { type: 'string' } }, required: [] }, '{ a?: string }'],
  ])('reads %j', (schema, text) => {
    expect(typeText(schema)).toBe(text);
  });
});
