import { beforeAll, describe, expect, it } from 'vitest';
import { expectEmpty, expectFailure, expectSuccess, pathsOf } from '../wire/expectations.ts';
import { type Page, type Space, space as spaceShape, summary, time } from '../wire/shapes.ts';
import { freshId, freshName, type Person, type Wire } from '../wire/wire.ts';

type Member = { userId: string; role: string };

export function spaceCases(wire: () => Wire): void {
  let ada: Person;
  let bob: Person;
  let admin: Person;
  beforeAll(async () => {
    [ada, bob, admin] = [await wire().person(), await wire().person(), await wire().admin()];
  });
  const created = async (owner: Person, fields: Record<string, unknown> = {}): Promise<Space> => (await wire().space(owner, fields)).space;
  const params = ({ id }: { id: string }) => ({ params: { id } });

  describe('making a space', () => {
    it('makes it public, its maker the owner and a member, with the room general', async () => {
      const body = { name: ' Café Ⅷ <b> ', description: 'line\none' };
      const made = expectSuccess(await ada.call<Space>('POST /api/v1/spaces', { body }), 201);
      expect(made).toMatchObject({ ...spaceShape, ...body, visibility: 'public', ownerId: ada.id, mapId: null, onlineCount: 0 });

      const members = expectSuccess(await ada.call<Page<Member>>('GET /api/v1/spaces/:id/members', params(made)));
      expect(members).toMatchObject({
        items: [{ userId: ada.id, role: 'owner', joinedAt: time, user: { ...summary, id: ada.id } }],
        nextCursor: null,
      });
      const rooms = expectSuccess(await bob.call<Page<unknown>>('GET /api/v1/spaces/:id/chatrooms', params(made)));
      expect(rooms.items).toMatchObject([{ name: 'general', kind: 'general', visibility: 'public', spaceId: made.id, lastSeq: 0 }]);
    });

    it('takes the size of the map it is made from', async () => {
      const maps = expectSuccess(await ada.call<Page<{ id: string; width: number; height: number }>>('GET /api/v1/maps'));
      const map = maps.items[0];
      expect(map).toBeDefined();
      const made = expectSuccess(await ada.call<Space>('POST /api/v1/spaces', { body: { name: 'from a map', mapId: map?.id } }), 201);
      expect(made).toMatchObject({ mapId: map?.id, width: map?.width, height: map?.height });
    });

    it.each<[string, Record<string, unknown>]>([
      ['name of 1', { name: 'é' }],
      ['name of 80', { name: 'n'.repeat(80) }],
      ['description of 500', { description: 'd'.repeat(500) }],
      ['empty description', { description: '' }],
      ['side of 5', { width: 5, height: 500 }],
      ['side of 500', { width: 500, height: 5 }],
      ['visibility unlisted', { visibility: 'unlisted' }],
      ['visibility private', { visibility: 'private' }],
    ])('takes a %s', async (_what, fields) => {
      const body = { name: 'edge', ...fields };
      expect(expectSuccess(await ada.call<Space>('POST /api/v1/spaces', { body }), 201)).toMatchObject(body);
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['no name', { name: undefined }, 'name'],
      ['an empty name', { name: '' }, 'name'],
      ['a blank name', { name: ' \n\u2003' }, 'name'],
      ['a name of 81', { name: 'n'.repeat(81) }, 'name'],
      ['a name with NUL', { name: 'a\u0000b' }, 'name'],
      ['a name with a lone surrogate', { name: '\ud83d' }, 'name'],
      ['a number as name', { name: 5 }, 'name'],
      ['a description of 501', { description: 'd'.repeat(501) }, 'description'],
      ['a description with NUL', { description: '\u0000' }, 'description'],
      ['an unknown visibility', { visibility: 'secret' }, 'visibility'],
      ['a side of 4', { width: 4 }, 'width'],
      ['a side of 501', { height: 501 }, 'height'],
      ['half a tile', { width: 20.5 }, 'width'],
      ['a side in words', { width: '20' }, 'width'],
      ['a side beyond numbers', { height: 1e308 }, 'height'],
      ['a word as mapId', { mapId: 'office' }, 'mapId'],
    ])('refuses %s', async (_what, fields, path) => {
      const answer = await ada.call('POST /api/v1/spaces', { body: { name: 'edge', width: 20, height: 20, ...fields } });
      expect(pathsOf(expectFailure(answer, 'invalid_payload'))).toContain(path);
    });

    it('knows only the maps that there are', async () => {
      expectFailure(await ada.call('POST /api/v1/spaces', { body: { name: 'nowhere', mapId: freshId() } }), 'not_found');
    });
  });

  describe('finding spaces', () => {
    it('lists public ones to all, and what one is a member of to oneself', async () => {
      const word = freshName();
      const [open, link, closed] = [
        await created(ada, { name: `${word} open` }),
        await created(ada, { name: `${word} link`, visibility: 'unlisted' }),
        await created(ada, { name: `${word} closed`, visibility: 'private' }),
      ];
      const found = async (person: Person, query: Record<string, string>) =>
        expectSuccess(await person.call<Page<Space>>('GET /api/v1/spaces', { query: { query: word.toUpperCase(), ...query } }))
          .items.map(({ id }) => id)
          .sort();
      expect(await found(bob, {})).toEqual([open.id]);
      expect(await found(ada, {})).toEqual([open.id, link.id, closed.id].sort());
      expect(await found(bob, { mine: 'true' })).toEqual([]);
      expectSuccess(await bob.call('POST /api/v1/spaces/:id/join', params(link)));
      expect(await found(bob, { mine: 'true' })).toEqual([link.id]);
    });

    it('goes through the list page by page, each space once', async () => {
      const word = freshName();
      const ids: string[] = [];
      for (let i = 0; i < 5; i += 1) ids.push((await created(ada, { name: `${word} ${i}` })).id);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string | number> = { query: word, limit: 2, ...(cursor === null ? {} : { cursor }) };
        const page: Page<Space> = expectSuccess(await bob.call<Page<Space>>('GET /api/v1/spaces', { query }));
        expect(page.items.length).toBeLessThanOrEqual(2);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen.toSorted()).toEqual(ids.toSorted());
    });

    it('reads %, _ and \\ as themselves', async () => {
      for (const query of ['%', '_', '\\', "'; DROP TABLE spaces; --", '\u{1F984}']) {
        const { items } = expectSuccess(await bob.call<Page<Space>>('GET /api/v1/spaces', { query: { query } }));
        for (const { name, description } of items)
          expect(`${name} ${description}`.toLowerCase()).toContain(query.split(' ')[0]?.toLowerCase());
      }
    });

    it('shows one with elements, areas, counts and one’s own role', async () => {
      const made = await created(ada);
      const detail = { ...spaceShape, elements: expect.any(Array), areas: expect.any(Array), memberCount: 1, onlineCount: 0 };
      expect(expectSuccess(await ada.call('GET /api/v1/spaces/:id', params(made)))).toMatchObject({ ...detail, myRole: 'owner' });
      expect(expectSuccess(await bob.call('GET /api/v1/spaces/:id', params(made)))).toMatchObject({ ...detail, myRole: null });
    });

    it('takes an id in capital letters', async () => {
      const made = await created(ada);
      expect(expectSuccess(await bob.call<Space>('GET /api/v1/spaces/:id', { params: { id: made.id.toUpperCase() } })).id).toBe(made.id);
    });
  });

  // Who may do what with spaces of each visibility: a stranger, and the global admin, who is a member of none.
  describe.each([
    { visibility: 'public', read: 200, join: 200, edit: 403 },
    { visibility: 'unlisted', read: 200, join: 200, edit: 403 },
    { visibility: 'private', read: 404, join: 404, edit: 404 },
  ])('a space that is $visibility', ({ visibility, read, join, edit }) => {
    it.each([
      ['GET /api/v1/spaces/:id', read],
      ['GET /api/v1/spaces/:id/members', read],
      ['GET /api/v1/spaces/:id/chatrooms', read],
      ['PUT /api/v1/spaces/:id', edit],
      ['DELETE /api/v1/spaces/:id', edit],
      ['POST /api/v1/spaces/:id/join', join],
    ])(`answers a stranger's %s with %i`, async (route, status) => {
      const made = await created(ada, { visibility });
      const answer = await bob.call(route, { ...params(made), ...(route.startsWith('PUT') ? { body: { name: 'taken over' } } : {}) });
      expect(answer.status).toBe(status);
      if (status === 404) expectFailure(answer, 'not_found');
      if (status === 403) expectFailure(answer, 'forbidden');
      expect(expectSuccess(await ada.call<Space>('GET /api/v1/spaces/:id', params(made)))).toMatchObject({ name: made.name });
    });

    it('is changed and deleted by its owner', async () => {
      const made = await created(ada, { visibility });
      const after = expectSuccess(await ada.call<Space>('PUT /api/v1/spaces/:id', { ...params(made), body: { name: 'renamed' } }));
      expect(after).toMatchObject({ ...spaceShape, id: made.id, name: 'renamed', description: made.description, visibility });
      expectEmpty(await ada.call('DELETE /api/v1/spaces/:id', params(made)));
      expectFailure(await ada.call('GET /api/v1/spaces/:id', params(made)), 'not_found');
      expectFailure(await ada.call('DELETE /api/v1/spaces/:id', params(made)), 'not_found');
    });

    it('is changed by global admins', async () => {
      const made = await created(ada, { visibility });
      expectSuccess(await admin.call('PUT /api/v1/spaces/:id', { ...params(made), body: { description: 'kept in order' } }));
      expectEmpty(await admin.call('DELETE /api/v1/spaces/:id', params(made)));
    });
  });

  describe('changing a space', () => {
    it('is gone, or no longer one’s own, for who comes while it is being deleted', async () => {
      for (let i = 0; i < 5; i += 1) {
        const made = await created(ada);
        const rooms = await ada.call<Page<{ id: string }>>('GET /api/v1/spaces/:id/chatrooms', params(made));
        const room = { params: { id: expectSuccess(rooms).items[0]?.id ?? '' } };
        const answers = await Promise.all([
          ada.call('DELETE /api/v1/spaces/:id', params(made)),
          ada.call('DELETE /api/v1/spaces/:id', params(made)),
          ada.call('PUT /api/v1/spaces/:id', { ...params(made), body: { name: 'late' } }),
          ada.call('POST /api/v1/spaces/:id/chatrooms', { ...params(made), body: { name: 'late', visibility: 'public' } }),
          bob.call('POST /api/v1/spaces/:id/join', params(made)),
          bob.call('POST /api/v1/chatrooms/:id/join', room),
          ada.call('POST /api/v1/chatrooms/:id/members', { ...room, body: { userId: bob.id } }),
        ]);
        // Memberships go with the space: who has just lost theirs may be told that instead.
        expect(answers.filter(({ status }) => status >= 300 && ![403, 404].includes(status))).toEqual([]);
        expect(answers.some(({ status }) => status === 204)).toBe(true);
      }
    });

    it('takes any subset of the fields, none among them', async () => {
      const made = await created(ada, { description: 'before' });
      for (const body of [{}, { description: '' }, { visibility: 'unlisted' }, { name: 'two', description: 'fields' }]) {
        expect(expectSuccess(await ada.call('PUT /api/v1/spaces/:id', { ...params(made), body }))).toMatchObject(body);
      }
    });

    it('takes another map, none, and the size of a space without one', async () => {
      const maps = expectSuccess(await ada.call<Page<{ id: string; width: number; height: number }>>('GET /api/v1/maps', {})).items;
      const made = await created(ada, { width: 20, height: 20 });
      for (const { id: mapId, width, height } of maps) {
        const changed = expectSuccess(await ada.call('PUT /api/v1/spaces/:id', { ...params(made), body: { mapId } }));
        expect(changed).toMatchObject({ mapId, width, height, name: made.name });
      }
      const refused = await ada.call('PUT /api/v1/spaces/:id', { ...params(made), body: { width: 99 } });
      expect(pathsOf(expectFailure(refused, 'invalid_payload'))).toContain('width');
      const empty = expectSuccess(await ada.call('PUT /api/v1/spaces/:id', { ...params(made), body: { mapId: null, width: 99 } }));
      expect(empty).toMatchObject({ mapId: null, width: 99 });
      expectFailure(await ada.call('PUT /api/v1/spaces/:id', { ...params(made), body: { mapId: freshId() } }), 'not_found');
    });

    it('leaves a member no more rights than a stranger', async () => {
      const made = await created(ada);
      expectSuccess(await bob.call('POST /api/v1/spaces/:id/join', params(made)));
      expectFailure(await bob.call('PUT /api/v1/spaces/:id', { ...params(made), body: { name: 'mine' } }), 'forbidden');
      expectFailure(await bob.call('DELETE /api/v1/spaces/:id', params(made)), 'forbidden');
    });

    it.each<[string, unknown, string]>([
      ['a blank name', { name: ' ' }, 'name'],
      ['a name of 81', { name: 'n'.repeat(81) }, 'name'],
      ['null as name', { name: null }, 'name'],
      ['a description of 501', { description: 'd'.repeat(501) }, 'description'],
      ['an unknown visibility', { visibility: 'Public' }, 'visibility'],
    ])('refuses %s', async (_what, body, path) => {
      const made = await created(ada);
      expect(pathsOf(expectFailure(await ada.call('PUT /api/v1/spaces/:id', { ...params(made), body }), 'invalid_payload'))).toContain(
        path,
      );
    });
  });

  describe('joining and leaving', () => {
    const memberIds = async (made: Space) =>
      expectSuccess(await ada.call<Page<Member>>('GET /api/v1/spaces/:id/members', params(made))).items.map(({ userId }) => userId);

    it('are idempotent', async () => {
      const made = await created(ada);
      for (let i = 0; i < 2; i += 1) {
        expect(expectSuccess(await bob.call('POST /api/v1/spaces/:id/join', params(made)))).toMatchObject({ ...spaceShape, id: made.id });
      }
      expect(await memberIds(made)).toEqual([ada.id, bob.id].toSorted());
      for (let i = 0; i < 2; i += 1) expectEmpty(await bob.call('POST /api/v1/spaces/:id/leave', params(made)));
      expect(await memberIds(made)).toEqual([ada.id]);
    });

    it('count once when asked for at the same time', async () => {
      const made = await created(ada);
      const answers = await Promise.all([1, 2, 3, 4].map(() => bob.call('POST /api/v1/spaces/:id/join', params(made))));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(await memberIds(made)).toHaveLength(2);
    });

    it('keep a member of a private space in, and hide it from who left', async () => {
      const made = await created(ada);
      expectSuccess(await bob.call('POST /api/v1/spaces/:id/join', params(made)));
      expectSuccess(await ada.call('PUT /api/v1/spaces/:id', { ...params(made), body: { visibility: 'private' } }));
      expectSuccess(await bob.call('GET /api/v1/spaces/:id', params(made)));
      expectEmpty(await bob.call('POST /api/v1/spaces/:id/leave', params(made)));
      expectFailure(await bob.call('GET /api/v1/spaces/:id', params(made)), 'not_found');
      expectFailure(await bob.call('POST /api/v1/spaces/:id/join', params(made)), 'not_found');
    });

    it('list members page by page', async () => {
      const made = await created(ada);
      expectSuccess(await bob.call('POST /api/v1/spaces/:id/join', params(made)));
      const first = expectSuccess(await ada.call<Page<Member>>('GET /api/v1/spaces/:id/members', { ...params(made), query: { limit: 1 } }));
      const query = { limit: 1, cursor: first.nextCursor ?? '' };
      const second = expectSuccess(await ada.call<Page<Member>>('GET /api/v1/spaces/:id/members', { ...params(made), query }));
      expect([...first.items, ...second.items].map(({ userId }) => userId).toSorted()).toEqual([ada.id, bob.id].toSorted());
      expect(second.nextCursor).toBeNull();
    });
  });
}
