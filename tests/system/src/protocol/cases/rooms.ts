import { beforeAll, describe, expect, it } from 'vitest';
import { expectEmpty, expectFailure, expectSuccess, pathsOf } from '../wire/expectations.ts';
import { type Chatroom, chatroom as roomShape, type Page, type Space, summary, time } from '../wire/shapes.ts';
import { freshId, type Person, type Wire } from '../wire/wire.ts';

type Member = { userId: string; role: string };

export function roomCases(wire: () => Wire): void {
  let ada: Person;
  let bob: Person;
  let eve: Person;
  let space: Space;
  let general: Chatroom;
  beforeAll(async () => {
    [ada, bob, eve] = [await wire().person(), await wire().person(), await wire().person()];
    ({ space, general } = await wire().space(ada));
    expectSuccess(await bob.call('POST /api/v1/spaces/:id/join', { params: { id: space.id } }));
  });
  const params = ({ id }: { id: string }) => ({ params: { id } });
  const created = async (owner: Person, fields: Record<string, unknown> = {}): Promise<Chatroom> =>
    expectSuccess(
      await owner.call<Chatroom>('POST /api/v1/spaces/:id/chatrooms', {
        ...params(space),
        body: { name: 'room', visibility: 'public', ...fields },
      }),
      201,
    );
  const membersOf = async (person: Person, room: Chatroom): Promise<Member[]> =>
    expectSuccess(await person.call<Page<Member>>('GET /api/v1/chatrooms/:id/members', params(room))).items;

  describe('making a room', () => {
    it('makes its maker member and owner', async () => {
      const room = await created(bob, { name: ' Lounge 🛋 ', topic: 'what\never' });
      expect(room).toMatchObject({
        ...roomShape,
        name: ' Lounge 🛋 ',
        topic: 'what\never',
        kind: 'text',
        spaceId: space.id,
        lastSeq: 0,
        createdBy: bob.id,
        myRole: 'owner',
      });
      expect(await membersOf(ada, room)).toMatchObject([
        { userId: bob.id, role: 'owner', joinedAt: time, user: { ...summary, id: bob.id } },
      ]);
    });

    it.each<[string, Record<string, unknown>]>([
      ['name of 1', { name: 'x' }],
      ['name of 80', { name: 'n'.repeat(80) }],
      ['topic of 500', { topic: 't'.repeat(500) }],
      ['visibility private', { visibility: 'private' }],
    ])('takes a %s', async (_what, fields) => {
      expect(await created(bob, fields)).toMatchObject(fields);
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['no name', { name: undefined }, 'name'],
      ['a blank name', { name: '\t' }, 'name'],
      ['a name of 81', { name: 'n'.repeat(81) }, 'name'],
      ['a boolean as name', { name: true }, 'name'],
      ['NUL in the name', { name: '\u0000' }, 'name'],
      ['a topic of 501', { topic: 't'.repeat(501) }, 'topic'],
      ['a lone surrogate in the topic', { topic: '\udfff!' }, 'topic'],
      ['no visibility', { visibility: undefined }, 'visibility'],
      ['an unknown visibility', { visibility: 'unlisted' }, 'visibility'],
    ])('refuses %s', async (_what, fields, path) => {
      const answer = await bob.call('POST /api/v1/spaces/:id/chatrooms', {
        ...params(space),
        body: { name: 'room', visibility: 'public', ...fields },
      });
      expect(pathsOf(expectFailure(answer, 'invalid_payload'))).toContain(path);
    });

    it('is not possible in a space that one may not see', async () => {
      const closed = await wire().space(ada, { visibility: 'private' });
      const body = { name: 'room', visibility: 'public' };
      expectFailure(await eve.call('POST /api/v1/spaces/:id/chatrooms', { ...params(closed.space), body }), 'not_found');
    });
  });

  describe('seeing rooms', () => {
    it('lists public ones to anybody, private ones to their members', async () => {
      const [open, closed] = [await created(bob), await created(bob, { visibility: 'private' })];
      const listed = async (person: Person) =>
        expectSuccess(
          await person.call<Page<Chatroom>>('GET /api/v1/spaces/:id/chatrooms', { ...params(space), query: { limit: 100 } }),
        ).items.map(({ id }) => id);
      expect(await listed(bob)).toEqual(expect.arrayContaining([general.id, open.id, closed.id]));
      expect(await listed(eve)).toEqual(expect.arrayContaining([general.id, open.id]));
      expect(await listed(eve)).not.toContain(closed.id);
    });

    it('goes through the list page by page', async () => {
      const own = await wire().space(ada);
      const made = [own.general.id];
      for (const name of ['one', 'two']) {
        const answer = await ada.call<Chatroom>('POST /api/v1/spaces/:id/chatrooms', {
          ...params(own.space),
          body: { name, visibility: 'public' },
        });
        made.push(expectSuccess(answer, 201).id);
      }
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string | number> = { limit: 1, ...(cursor === null ? {} : { cursor }) };
        const page: Page<Chatroom> = expectSuccess(
          await eve.call<Page<Chatroom>>('GET /api/v1/spaces/:id/chatrooms', { ...params(own.space), query }),
        );
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen.toSorted()).toEqual(made.toSorted());
    });

    it('shows one with one’s own role', async () => {
      expect(expectSuccess(await ada.call('GET /api/v1/chatrooms/:id', params(general)))).toMatchObject({
        ...roomShape,
        id: general.id,
        myRole: 'owner',
      });
      expect(expectSuccess(await eve.call('GET /api/v1/chatrooms/:id', params(general)))).toMatchObject({ id: general.id, myRole: null });
    });
  });

  describe('a private room', () => {
    let room: Chatroom;
    beforeAll(async () => {
      room = await created(bob, { visibility: 'private' });
    });

    it.each([
      ['GET /api/v1/chatrooms/:id', undefined],
      ['POST /api/v1/chatrooms/:id/join', undefined],
      ['POST /api/v1/chatrooms/:id/leave', undefined],
      ['GET /api/v1/chatrooms/:id/members', undefined],
      ['GET /api/v1/chatrooms/:id/messages', undefined],
      ['POST /api/v1/chatrooms/:id/messages', () => ({ clientMessageId: freshId(), content: 'let me in' })],
      ['POST /api/v1/chatrooms/:id/members', () => ({ userId: eve.id })],
    ])('is nothing that a stranger could %s', async (route, body) => {
      const sent = { ...params(room), ...(body ? { body: body() } : {}) };
      expectFailure(await eve.call(route, sent), 'not_found');
    });

    it('is not there for a stranger who would put somebody out', async () => {
      expectFailure(
        await eve.call('DELETE /api/v1/chatrooms/:id/members/:userId', { params: { id: room.id, userId: bob.id } }),
        'not_found',
      );
    });

    it('is there for who was taken in, until taken out', async () => {
      const taken = await bob.call('POST /api/v1/chatrooms/:id/members', { ...params(room), body: { userId: eve.id } });
      expect(expectSuccess(taken, 201)).toMatchObject({ userId: eve.id, role: 'member' });
      expect(expectSuccess(await eve.call('GET /api/v1/chatrooms/:id', params(room)))).toMatchObject({ myRole: 'member' });
      expectEmpty(await bob.call('DELETE /api/v1/chatrooms/:id/members/:userId', { params: { id: room.id, userId: eve.id } }));
      expectFailure(await eve.call('GET /api/v1/chatrooms/:id', params(room)), 'not_found');
    });
  });

  describe('joining and leaving', () => {
    it('are idempotent', async () => {
      const room = await created(ada);
      for (let i = 0; i < 2; i += 1) {
        expect(expectSuccess(await eve.call('POST /api/v1/chatrooms/:id/join', params(room)))).toMatchObject({
          ...roomShape,
          id: room.id,
          myRole: 'member',
        });
      }
      expect((await membersOf(ada, room)).map(({ userId }) => userId).toSorted()).toEqual([ada.id, eve.id].toSorted());
      for (let i = 0; i < 2; i += 1) expectEmpty(await eve.call('POST /api/v1/chatrooms/:id/leave', params(room)));
      expect((await membersOf(ada, room)).map(({ userId }) => userId)).toEqual([ada.id]);
    });

    it('write no message', async () => {
      const room = await created(ada);
      expectSuccess(await eve.call('POST /api/v1/chatrooms/:id/join', params(room)));
      expectEmpty(await eve.call('POST /api/v1/chatrooms/:id/leave', params(room)));
      expect(expectSuccess(await ada.call('GET /api/v1/chatrooms/:id', params(room)))).toMatchObject({ lastSeq: 0 });
    });

    it('lists members page by page', async () => {
      const room = await created(ada);
      expectSuccess(await eve.call('POST /api/v1/chatrooms/:id/join', params(room)));
      const page = expectSuccess(
        await ada.call<Page<Member>>('GET /api/v1/chatrooms/:id/members', { ...params(room), query: { limit: 1 } }),
      );
      expect(page.items).toHaveLength(1);
      const query = { limit: 1, cursor: page.nextCursor ?? '' };
      const rest = expectSuccess(await ada.call<Page<Member>>('GET /api/v1/chatrooms/:id/members', { ...params(room), query }));
      expect([...page.items, ...rest.items].map(({ userId }) => userId).toSorted()).toEqual([ada.id, eve.id].toSorted());
    });
  });

  describe('taking people in and out', () => {
    let room: Chatroom;
    beforeAll(async () => {
      room = await created(ada);
      expectSuccess(await bob.call('POST /api/v1/chatrooms/:id/join', params(room)));
    });

    it('is for who runs the room', async () => {
      expectFailure(await bob.call('POST /api/v1/chatrooms/:id/members', { ...params(room), body: { userId: eve.id } }), 'forbidden');
      expectFailure(
        await bob.call('DELETE /api/v1/chatrooms/:id/members/:userId', { params: { id: room.id, userId: ada.id } }),
        'forbidden',
      );
      expect(await membersOf(ada, room)).toHaveLength(2);
    });

    it('gives the role that was asked for', async () => {
      const answer = await ada.call('POST /api/v1/chatrooms/:id/members', { ...params(room), body: { userId: eve.id, role: 'admin' } });
      expect(expectSuccess(answer, 201)).toMatchObject({ userId: eve.id, role: 'admin', user: { ...summary, id: eve.id } });
      expectEmpty(await ada.call('DELETE /api/v1/chatrooms/:id/members/:userId', { params: { id: room.id, userId: eve.id } }));
    });

    it.each<[string, unknown, string]>([
      ['nobody', {}, 'userId'],
      ['a word', { userId: 'eve' }, 'userId'],
      ['an unknown role', { userId: freshId(), role: 'emperor' }, 'role'],
    ])('refuses %s', async (_what, body, path) => {
      expect(
        pathsOf(expectFailure(await ada.call('POST /api/v1/chatrooms/:id/members', { ...params(room), body }), 'invalid_payload')),
      ).toContain(path);
    });

    it('finds nobody who is not there', async () => {
      expectFailure(await ada.call('POST /api/v1/chatrooms/:id/members', { ...params(room), body: { userId: freshId() } }), 'not_found');
    });

    it('refuses a userId in the path that is none', async () => {
      const answer = await ada.call('DELETE /api/v1/chatrooms/:id/members/:userId', { params: { id: room.id, userId: 'eve' } });
      expectFailure(answer, 'invalid_payload');
    });
  });
}
