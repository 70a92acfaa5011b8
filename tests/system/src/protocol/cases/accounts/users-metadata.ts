import { describe, expect, it } from 'vitest';
import { expectFailure, expectSuccess, pathsOf } from '../../wire/expectations.ts';
import { freshId, type Wire } from '../../wire/wire.ts';

export function usersMetadataCases(wire: () => Wire): void {
  describe('names of several people', () => {
    it('come in one answer', async () => {
      const [ada, bob] = [await wire().person(), await wire().person()];
      const { items } = expectSuccess(
        await ada.call<{ items: unknown[] }>('GET /api/v1/users/metadata', { query: { ids: `${ada.id},${bob.id}` } }),
      );
      expect(items).toHaveLength(2);
      for (const { id, username, user } of [ada, bob]) {
        const { displayName, avatar } = user;
        expect(items).toContainEqual(expect.objectContaining({ userId: id, username, displayName, avatar }));
      }
    });

    it('leave out who is not there', async () => {
      const ada = await wire().person();
      const answer = await ada.call<{ items: { userId: string }[] }>('GET /api/v1/users/metadata', {
        query: { ids: `${freshId()},${ada.id}` },
      });
      expect(expectSuccess(answer).items.map(({ userId }) => userId)).toEqual([ada.id]);
    });

    it.each<[string, Record<string, string>]>([
      ['no ids', {}],
      ['empty ids', { ids: '' }],
      ['ids that are none', { ids: 'a,b' }],
      ['an id with a tail', { ids: `${freshId()}x` }],
    ])('refuses %s', async (_what, query) => {
      const ada = await wire().person();
      expect(pathsOf(expectFailure(await ada.call('GET /api/v1/users/metadata', { query }), 'invalid_payload')).join()).toContain('ids');
    });
  });
}
