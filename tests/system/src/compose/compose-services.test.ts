import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chatSocketEnv } from '@metaverse/chat-socket';
import { gameStateEnv } from '@metaverse/game-state';
import { httpEnv } from '@metaverse/http';
import { kafkaConsumerEnv } from '@metaverse/kafka-consumer';
import { repoDir } from '@metaverse/local';
import { type EnvSpec, readEnv } from '@metaverse/service-kit';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const SPECS: Record<string, EnvSpec> = {
  http: httpEnv,
  'chat-socket': chatSocketEnv,
  'game-state': gameStateEnv,
  'kafka-consumer': kafkaConsumerEnv,
};
const STORES = ['postgres', 'redis', 'kafka'];

type ComposeService = {
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: object;
  restart?: string;
  logging?: object;
  networks?: string[];
  deploy?: { resources: { limits: { memory: string } } };
};
type ComposeFile = { services: Record<string, ComposeService>; volumes: object };

const fileOf = (name: string): string => readFileSync(join(repoDir, name), 'utf8');
// What each file has to be is checked by the Compose Specification's schema beside this.
const composeOf = (name: string) => parse(fileOf(name), { merge: true }) as ComposeFile;
/** As Compose fills it in, with the same word for whatever is asked for. */
const filledIn = (value: string): string => value.replace(/\$\{\w+(:[?-])?([^}]*)\}/g, (_whole, kind) => (kind === ':-' ? '' : 'word'));
const serviceOf = (compose: ComposeFile, name: string): ComposeService => compose.services[name] ?? {};

describe.each(['docker-compose.yml', 'docker-compose.prod.yml'])('%s', (file) => {
  const compose = composeOf(file);

  it.each(Object.keys(SPECS))('gives %s only variables that it reads, each with a value that it takes', (name) => {
    const environment = serviceOf(compose, name).environment ?? {};
    const spec = SPECS[name] ?? {};
    const names = Object.keys(environment);
    // All are given the address of Redis and the keys; who has no use for them does not look.
    const isReadByOther = (each: string): boolean => Object.values(SPECS).some((other) => each in other);
    expect(names.filter((each) => !(each in spec) && !isReadByOther(each))).toEqual([]);
    const values = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, filledIn(value)]));
    expect(() => readEnv(spec, values)).not.toThrow();
  });

  it('tells the proxy everything that its configuration asks for', () => {
    const asked = [...fileOf('infrastructure/proxy/Caddyfile').matchAll(/\{\$(\w+)\}/g)].map(([, name = '']) => name);
    expect(asked.length).toBeGreaterThan(0);
    expect(Object.keys(serviceOf(compose, 'proxy').environment ?? {})).toEqual(expect.arrayContaining(asked));
  });

  it('sends the proxy to the ports that the services listen on', () => {
    const { environment = {} } = serviceOf(compose, 'proxy');
    const upstreams = Object.values(environment).flatMap((value) => [...value.matchAll(/^dynamic a (\S+) (\d+)$/g)]);
    expect(upstreams).toHaveLength(3);
    for (const [, name = '', port] of upstreams) expect(serviceOf(compose, name).environment?.['PORT']).toBe(port);
  });

  it('starts nobody before what it needs is healthy, and everything again after a crash', () => {
    for (const [name, { restart, healthcheck, depends_on = {} }] of Object.entries(compose.services)) {
      expect([name, restart]).toEqual([name, 'unless-stopped']);
      if (name !== 'proxy') expect([name, healthcheck]).toEqual([name, expect.any(Object)]);
      for (const { condition } of Object.values(depends_on)) expect(condition).toBe('service_healthy');
    }
    // http brings the database up to date.
    for (const name of ['chat-socket', 'game-state', 'kafka-consumer']) {
      expect(Object.keys(serviceOf(compose, name).depends_on ?? {})).toEqual(expect.arrayContaining(['http', 'postgres']));
    }
  });
});

describe('docker-compose.prod.yml', () => {
  const compose = composeOf('docker-compose.prod.yml');

  it('bounds the memory and the logs of everything, and leaves Kafka room beside its heap', () => {
    for (const [name, { deploy, logging }] of Object.entries(compose.services)) {
      expect([name, deploy?.resources.limits.memory]).toEqual([name, expect.stringMatching(/^\d+[mg]$/)]);
      expect([name, logging]).toEqual([name, expect.objectContaining({ options: expect.any(Object) })]);
    }
    const { environment = {}, deploy } = serviceOf(compose, 'kafka');
    expect([environment['KAFKA_HEAP_OPTS'], deploy?.resources.limits.memory]).toEqual([expect.stringMatching(/-Xmx512m$/), '1g']);
  });

  it('keeps the stores out of the reach of the proxy and of the world', () => {
    for (const name of STORES) expect([name, serviceOf(compose, name).networks]).toEqual([name, ['data']]);
    expect(serviceOf(compose, 'proxy').networks).toEqual(['edge']);
    for (const name of Object.keys(SPECS)) expect(serviceOf(compose, name).networks).toEqual(['edge', 'data']);
    const published = Object.entries(compose.services).filter(([, service]) => 'ports' in service);
    expect(published.map(([name]) => name)).toEqual(['proxy']);
  });
});
