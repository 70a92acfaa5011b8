import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLifecycle, createMetrics, type Lifecycle, readEnv, silentLogger } from '@metaverse/service-kit';
import { createTestDatabase, listenOnFreePort, type TestDatabase } from '@metaverse/test-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeStandalone } from '@metaverse/standalone';
import { standaloneEnv } from '@metaverse/standalone/env';

/** What answers beside the API: for operators, keys, pictures, the page of the description, and the web app. */
const BESIDE_THE_API = /^GET \/(api\/v1\/openapi\.json|\.well-known\/jwks\.json|docs(\/docs\.css)?|media\/.*|\{\*path\})$/;

/** As much of Express's routers as is walked here. */
type Layer = { route?: { path: string; methods: Record<string, boolean> }; handle: { stack?: Layer[] } };
type Application = { router: { stack: Layer[] } };
type Description = { paths: Record<string, Record<string, unknown>> };

let database: TestDatabase;
let dir: string;
let whole: ReturnType<typeof composeStandalone>;
let server: Server;
let mounted: string[];
let described: string[];
let lifecycle: Lifecycle;

/** `METHOD /path` of every route below, in OpenAPI's way of writing parameters. Http mounts its routers at the root. */
const routesOf = (layers: readonly Layer[]): string[] =>
  layers.flatMap(({ route, handle }) => {
    if (!route) return routesOf(handle.stack ?? []);
    return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
  });

beforeAll(async () => {
  database = await createTestDatabase();
  dir = await mkdtemp(join(tmpdir(), 'openapi-'));
  lifecycle = createLifecycle(silentLogger());
  const env = readEnv(standaloneEnv, { DATABASE_URL: database.url, DATA_DIR: dir });
  whole = composeStandalone({
    env,
    databaseUrl: database.url,
    metrics: createMetrics(),
    log: silentLogger(),
    onStop: lifecycle.onStop,
  });
  const app = whole.services.find(({ name }) => name === 'http')?.handleRequest;
  if (!app) throw new Error('http answers no requests');
  // Whoever composes http gets its Express application as the function that it is.
  mounted = routesOf((app as unknown as Application).router.stack).filter((route) => !BESIDE_THE_API.test(route));
  server = createServer(app);
  const port = await listenOnFreePort(server);
  const { paths } = (await (await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`)).json()) as Description; // the document under test
  described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await Promise.all(whole.services.map((service) => service.stop()));
  await lifecycle.stop();
  await database.stop();
  await rm(dir, { recursive: true, force: true });
});

it('finds the routes that are mounted', () => {
  expect(mounted.length).toBeGreaterThan(50);
});

it('describes every route that is mounted', () => {
  expect(mounted.filter((route) => !described.includes(route))).toEqual([]);
});

it('describes no route that is not mounted', () => {
  expect(described.filter((route) => !mounted.includes(route))).toEqual([]);
});
