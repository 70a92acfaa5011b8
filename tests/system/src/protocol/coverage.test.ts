import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  alternatePaths,
  chatAlternateEvents,
  chatClientEvents,
  chatServerEvents,
  httpRoutes,
  worldClientEvents,
  worldServerEvents,
} from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';

// Whether every route and event of the catalogues has a black-box case. Cases name what they exercise in plain words, so that
// their text says it; this check is the one place where the two meet.

const sourceOf = (pattern: string): string =>
  globSync(pattern, { cwd: import.meta.dirname })
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');

/** A noun's cases are in a file, and in a folder beside it where they are many. */
const cases = (...nouns: string[]): string => nouns.map((noun) => sourceOf(`cases/${noun}.ts`) + sourceOf(`cases/${noun}/*.ts`)).join('\n');
const http = cases('accounts', 'alternates', 'catalogue', 'messages', 'refusals', 'rooms', 'spaces');
const chat = cases('chat', 'chat-refusals', 'handshakes');
const world = cases('world', 'handshakes') + sourceOf('wire/walker.ts');

/** Server events that no client of today can bring about, each with why; a case for one of them makes its entry wrong. */
const UNHEARD: { chat: Record<string, string>; world: Record<string, string> } = {
  chat: {
    'auth-expiring': 'comes a minute before the end of a token that lives for fifteen: expiry.int.test.ts has a shorter one',
    'room-updated': 'no route changes a room yet',
  },
  world: {
    'auth-expiring': 'comes a minute before the end of a token that lives for fifteen: expiry.int.test.ts has a shorter one',
  },
};

const literal = (text: string): string => text.replace(/[/.*+?^${}()|[\]\\]/g, '\\$&');
const names = (source: string, text: string): boolean => new RegExp(`['\`]${literal(text)}['\`]`).test(source);
/** `line.ask('event', …)`, `line.tell('event', …)`, or the first word of a row of a table. */
const sends = (source: string, event: string): boolean =>
  new RegExp(`(\\.(ask|tell)(<[^(]*>)?\\(|\\[)\\s*'${literal(event)}'`).test(source);
/** `line.next('event')`, `line.heard('event')`. */
const hears = (source: string, event: string): boolean => new RegExp(`\\.(next|heard)(<[^(]*>)?\\(\\s*'${literal(event)}'`).test(source);

const routeOf = ({ method, path }: { method: string; path: string }): string => `${method.toUpperCase()} ${path}`;

describe('the catalogues', () => {
  it('have a case for every route', () => {
    expect(
      Object.values(httpRoutes)
        .map(routeOf)
        .filter((route) => !names(http, route)),
    ).toEqual([]);
  });

  it('have a case for every alternate path', () => {
    expect(alternatePaths.map(routeOf).filter((route) => !names(cases('alternates'), route))).toEqual([]);
  });

  it('have a refusal for every route that asks who calls', () => {
    const guarded = Object.values(httpRoutes).filter(({ access }) => access !== 'anyone');
    expect(guarded.map(routeOf).filter((route) => !names(cases('refusals'), route))).toEqual([]);
  });

  it.each([
    ['chat', Object.keys(chatClientEvents), chat],
    ['chat, by other names', Object.keys(chatAlternateEvents), chat],
    ['world', Object.keys(worldClientEvents), world],
  ])('have a case for every event that a client sends: %s', (_socket, events, source) => {
    expect(events.filter((event) => !sends(source, event))).toEqual([]);
  });

  it.each([
    { socket: 'chat', events: Object.keys(chatServerEvents), source: chat, unheard: UNHEARD.chat },
    { socket: 'world', events: Object.keys(worldServerEvents), source: world, unheard: UNHEARD.world },
  ])('have a case for every event that the server sends: $socket', ({ events, source, unheard }) => {
    expect(events.filter((event) => !hears(source, event))).toEqual(Object.keys(unheard));
  });
});

describe('the cases', () => {
  it('import nothing of the project', () => {
    const all = sourceOf('cases/**/*.ts') + sourceOf('wire/*.ts');
    const imported = [...all.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name);
    expect(imported.filter((name) => !/^(node:[\w/]+|vitest|socket\.io-client|\.{1,2}\/(\.\.\/)?(\w+\/)?[\w-]+\.ts)$/.test(name))).toEqual(
      [],
    );
  });
});
