import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { EngineAdapter } from './engine-adapter.ts';
import { readSchema } from './migration-files.ts';

export type { SchemaEngine };

/** Nothing is kept out of the engine's sight. */
export const noFilters = { externalTables: [], externalEnums: [] };

/** The two constructors used below; `@types/node` declares none of `WebAssembly`. */
type WebAssemblyApi = {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: Record<string, unknown>) => { exports: Record<string, () => void> };
};

let loading: Promise<typeof bindings> | undefined;

const load = async (): Promise<typeof bindings> => {
  // Node announces its own import of WebAssembly as experimental on every start, so the module is put together by hand.
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/\.js$/, '_bg.wasm');
  const { exports } = new Instance(new Module(await readFile(file)), { './schema_engine_bg.js': withoutLingering(bindings) });
  bindings.__wbg_set_wasm(exports);
  exports['__wbindgen_start']?.();
  return bindings;
};

type TimerImport = (callback: () => void, delayMs: number) => NodeJS.Timeout;

/** The engine's ten seconds for getting its lock run on after it has got it; they shall not keep the process alive. */
const withoutLingering = (imports: object): Record<string, unknown> => {
  const setUnreferenced: TimerImport = (callback, delayMs) => setTimeout(callback, delayMs).unref();
  const isTimer = (name: string): boolean => name.startsWith('__wbg_setTimeout');
  return Object.fromEntries(
    Object.entries(imports).map(([name, value]: [string, unknown]) => [name, isTimer(name) ? setUnreferenced : value]),
  );
};

/**
 * Runs `use` with Prisma's own schema engine on one database. The engine is the one that `prisma migrate` runs,
 * compiled to WebAssembly, so that nothing has to be downloaded.
 * @throws what the engine reports, as an `Error` whose message is the engine's.
 */
export const withSchemaEngine = async <T>(databaseUrl: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> => {
  const { SchemaEngine } = await (loading ??= load());
  const datamodels = (await readSchema()).files.map(({ path, content }): [string, string] => [path, content]);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool));
    const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter);
    return await use(engine);
  } finally {
    // The engine has no way to be closed; without its connections it is garbage.
    await pool.end();
  }
};
