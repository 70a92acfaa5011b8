import { expect, it } from 'vitest';
import { localPath } from './local-path.ts';

it('keeps a path of this app with its query', () => {
  expect(localPath('/spaces/7?from=card#desk')).toBe('/spaces/7?from=card#desk');
});

it.each([null, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'spaces'])(
  'leads home from %j',
  (next) => {
    expect(localPath(next)).toBe('/');
  },
);
