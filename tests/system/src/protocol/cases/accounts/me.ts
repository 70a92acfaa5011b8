import { beforeAll, describe, expect, it } from 'vitest';
import { expectFailure, expectSuccess, pathsOf } from '../../wire/expectations.ts';
import { type Page, type User } from '../../wire/shapes.ts';
import { freshId, freshName, type Person, type Wire } from '../../wire/wire.ts';
import { accountShape } from './account.ts';

export function meCases(wire: () => Wire): void {
  describe('oneself', () => {
    let person: Person;
    beforeAll(async () => {
      person = await wire().person();
    });

    it('is shown whole', async () => {
      expect(expectSuccess(await person.call('GET /api/v1/me'))).toMatchObject({
        ...accountShape,
        id: person.id,
        username: person.username,
      });
    });

    it.each<[string, Record<string, unknown>]>([
      ['displayName', { displayName: 'Ada 🦋 Lovelace' }],
      ['statusText', { statusText: 'back at <b>noon</b>' }],
      ['an empty statusText', { statusText: '' }],
      ['settings', { settings: { theme: 'dark' } }],
      ['displayName of 64', { displayName: 'd'.repeat(64) }],
    ])('takes a new %s and keeps the rest', async (_what, patch) => {
      const before = expectSuccess(await person.call<User>('GET /api/v1/me'));
      const after = expectSuccess(await person.call<User>('PATCH /api/v1/me', { body: patch }));
      expect(after).toEqual({ ...before, ...patch });
      expect(expectSuccess(await person.call<User>('GET /api/v1/me'))).toEqual(after);
    });

    it('changes nothing when nothing is sent', async () => {
      const before = expectSuccess(await person.call<User>('GET /api/v1/me'));
      expect(expectSuccess(await person.call<User>('PATCH /api/v1/me', { body: {} }))).toEqual(before);
    });

    it('ignores what is not for oneself to change', async () => {
      const body = { role: 'admin', username: freshName(), id: freshId(), createdAt: '2000-01-01T00:00:00Z' };
      expect(expectSuccess(await person.call<User>('PATCH /api/v1/me', { body }))).toMatchObject({
        role: 'user',
        username: person.username,
        id: person.id,
      });
    });

    it('chooses an avatar of the catalogue, as others see it too', async () => {
      const avatars = expectSuccess(await person.call<Page<{ id: string; look: object | null }>>('GET /api/v1/avatars')).items;
      const chosen = avatars.at(-1);
      const me = expectSuccess(await person.call<User>('PATCH /api/v1/me', { body: { avatarId: chosen?.id } }));
      expect(me).toMatchObject({ avatarId: chosen?.id, avatar: { id: chosen?.id, look: chosen?.look } });
    });

    it.each<[string, unknown, string]>([
      ['a blank displayName', { displayName: '   ' }, 'displayName'],
      ['a displayName that nobody sees', { displayName: '\u200b\u2060\u3164\u2800' }, 'displayName'],
      ['a displayName of 65', { displayName: 'd'.repeat(65) }, 'displayName'],
      ['a number as displayName', { displayName: 7 }, 'displayName'],
      ['null as displayName', { displayName: null }, 'displayName'],
      ['NUL in the statusText', { statusText: 'a\u0000' }, 'statusText'],
      ['a lone surrogate in the statusText', { statusText: '\udc00' }, 'statusText'],
      ['a word as avatarId', { avatarId: 'ghost' }, 'avatarId'],
      ['an avatar that is none', { avatar: 5 }, 'avatar'],
      ['settings that are none', { settings: [] }, 'settings'],
    ])('refuses %s', async (_what, body, path) => {
      const before = expectSuccess(await person.call<User>('GET /api/v1/me'));
      expect(pathsOf(expectFailure(await person.call('PATCH /api/v1/me', { body }), 'invalid_payload')).join()).toContain(path);
      expect(expectSuccess(await person.call<User>('GET /api/v1/me'))).toEqual(before);
    });

    it('cannot look like an avatar that is not there', async () => {
      expectFailure(await person.call('PATCH /api/v1/me', { body: { avatarId: freshId() } }), 'not_found');
    });
  });
}
