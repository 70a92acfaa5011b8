import { beforeAll, describe, expect, it, vi } from 'vitest';
import { expectEmpty, expectSuccess } from '../wire/expectations.ts';
import { expectOk, expectRefused } from '../wire/lines.ts';
import { count, id, type Page, type Player, player as playerShape, type Space } from '../wire/shapes.ts';
import { enter, type Movement, type Rejection, type Walker } from '../wire/walker.ts';
import { freshId, type Person, type Wire } from '../wire/wire.ts';

type RosterPerson = { userId: string; displayName: string; presence: string };
type Roster = { people: RosterPerson[]; nextCursor: string | null };

const SIDES = [
  { dx: 1, dy: 0, direction: 'right' },
  { dx: -1, dy: 0, direction: 'left' },
  { dx: 0, dy: 1, direction: 'down' },
  { dx: 0, dy: -1, direction: 'up' },
];

export function worldCases(wire: () => Wire): void {
  let ada: Person;
  let bob: Person;
  beforeAll(async () => {
    [ada, bob] = [await wire().person({ displayName: 'Ada' }), await wire().person({ displayName: 'Bob' })];
  });
  const newSpace = async (fields: Record<string, unknown> = {}): Promise<Space> => (await wire().space(ada, fields)).space;
  const walk = async (person: Person, space: Space, encoding: 'json' | 'binary' = 'json'): Promise<Walker> =>
    enter(await person.world(space.id), space.id, encoding);
  const isOf =
    (person: Person) =>
    ({ userId }: { userId: string }): boolean =>
      userId === person.id;

  describe('a map that is changed', () => {
    it('is told with its version, and met by whoever comes back', async () => {
      const space = await newSpace({ width: 30, height: 30 });
      const before = await walk(ada, space);
      expectSuccess(await ada.call('PUT /api/v1/spaces/:id', { params: { id: space.id }, body: { width: 12, height: 14 } }));
      const { mapVersion } = before.joined.space;
      expect(await before.line.next('space-updated')).toEqual({ spaceId: space.id, mapVersion: mapVersion + 1 });
      expect(await before.line.next('moved-away')).toEqual({ spaceId: space.id });
      const after = await walk(ada, space);
      expect(after.joined.space).toMatchObject({ width: 12, height: 14, mapVersion: mapVersion + 1 });
      expect(after.at().x < 12 && after.at().y < 14).toBe(true);
    });
  });

  describe('join', () => {
    it('gives oneself, who is in view, the space and the pace', async () => {
      const space = await newSpace({ width: 17, height: 13 });
      const first = await walk(ada, space);
      expect(first.joined).toMatchObject({
        self: { ...playerShape, userId: ada.id, username: ada.username, displayName: 'Ada' },
        players: [],
        space: { id: space.id, width: 17, height: 13, tileSize: expect.any(Number), mapVersion: count },
        tick: count,
        tickMs: expect.any(Number),
      });
      const second = await walk(bob, space);
      expect(second.joined.players).toEqual([
        expect.objectContaining({ ...playerShape, userId: ada.id, x: first.at().x, y: first.at().y }),
      ]);
      for (const { x, y } of [first.at(), second.at()]) expect(x < 17 && y < 13).toBe(true);
      const told = await first.line.next<Player>('user-joined', isOf(bob));
      expect(told).toMatchObject({ ...second.joined.self });
    });

    it('is of the same space when its id comes in capitals', async () => {
      const space = await newSpace();
      const first = await walk(ada, space);
      const second = await enter(await bob.world(space.id), space.id.toUpperCase(), 'json');
      expect(second.joined.space.id).toBe(space.id);
      expect(second.joined.players).toEqual([expect.objectContaining({ userId: ada.id })]);
      await first.line.next<Player>('user-joined', isOf(bob));
    });

    it('puts everybody inside a map that was drawn', async () => {
      const { items } = expectSuccess(await ada.call<Page<{ id: string }>>('GET /api/v1/maps'));
      for (const { id: mapId } of items) {
        const space = await newSpace({ mapId });
        const { self, space: shown } = (await walk(bob, space)).joined;
        expect(shown).toMatchObject({ width: space.width, height: space.height });
        expect(self.x < space.width && self.y < space.height).toBe(true);
      }
    });

    it.each<[string, unknown]>([
      ['nothing', undefined],
      ['null', null],
      ['a list', []],
      ['a word as spaceId', { spaceId: 'lobby' }],
      ['an unknown encoding', { spaceId: freshId(), encoding: 'xml' }],
    ])('refuses %s', async (_what, payload) => {
      const line = await ada.world(freshId());
      expectRefused(await line.ask('join', payload), 'invalid_payload');
      expect(line.isOpen()).toBe(true);
    });

    it('knows no space that is not there or not to be seen, until one is let in', async () => {
      const closed = await newSpace();
      expectSuccess(await bob.call('POST /api/v1/spaces/:id/join', { params: { id: closed.id } }));
      expectSuccess(await ada.call('PUT /api/v1/spaces/:id', { params: { id: closed.id }, body: { visibility: 'private' } }));
      const eve = await wire().person();
      const line = await eve.world(closed.id);
      expectRefused(await line.ask('join', { spaceId: closed.id }), 'not_found');
      expectRefused(await line.ask('join', { spaceId: freshId() }), 'not_found');
      expect((await walk(bob, closed)).joined.self.userId).toBe(bob.id);
    });

    it('asks for no membership of a public or unlisted space', async () => {
      for (const visibility of ['public', 'unlisted'])
        expect((await walk(bob, await newSpace({ visibility }))).joined.self.userId).toBe(bob.id);
    });

    it('counts in the space’s onlineCount, while one is there', async () => {
      const space = await newSpace();
      const online = async () => expectSuccess(await ada.call<Space>('GET /api/v1/spaces/:id', { params: { id: space.id } })).onlineCount;
      const walker = await walk(bob, space);
      await vi.waitFor(async () => expect(await online()).toBe(1), { timeout: 5_000 });
      expectOk(await walker.line.ask('leave', {}));
      await vi.waitFor(async () => expect(await online()).toBe(0), { timeout: 5_000 });
    });
  });

  describe('move', () => {
    it('is accepted on the eight neighbouring tiles, and shown to the others without seq', async () => {
      const space = await newSpace();
      const [walker, watcher] = [await walk(ada, space), await walk(bob, space)];
      const round = [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
        [1, 1],
        [-1, 1],
        [-1, -1],
        [1, -1],
      ] as const;
      for (const [dx, dy] of round) expect(await walker.walk(dx, dy)).toBe('accepted');
      const { x, y } = walker.joined.self;
      await watcher.line.next<Movement>('movement', (step) => isOf(ada)(step) && step.x === x && step.y === y);
      for (const step of watcher.line.heard<Movement>('movement').filter(isOf(ada))) expect(step).not.toHaveProperty('seq');
      expect(watcher.line.heard<Movement>('movement').filter(isOf(bob))).toEqual([]);
    });

    it('turns one where one goes', async () => {
      const walker = await walk(ada, await newSpace());
      for (const { dx, dy, direction } of SIDES) {
        expect(await walker.walk(dx, dy)).toBe('accepted');
        expect(walker.line.heard<Movement>('movement').at(-1)).toMatchObject({ userId: ada.id, ...walker.at(), direction });
      }
    });

    it.each([
      ['two tiles away', 2, 0],
      ['a knight’s move away', 1, 2],
      ['nowhere', 0, 0],
    ])('is rejected as not_adjacent when it leads %s, with the position that holds', async (_what, dx, dy) => {
      const walker = await walk(ada, await newSpace());
      const { x, y } = walker.at();
      const outcome = await walker.step({ x: x + dx, y: y + dy });
      expect(outcome).toMatchObject({ seq: 1, x, y, reason: 'not_adjacent' });
      expect(await walker.walk(1, 0)).toBe('accepted');
    });

    it('is rejected at the edge of the space', async () => {
      const space = await newSpace({ width: 5, height: 5 });
      const walker = await walk(ada, space);
      for (const { dx, dy } of SIDES) {
        let outcome: 'accepted' | Rejection = 'accepted';
        for (let i = 0; i < 5 && outcome === 'accepted'; i += 1) outcome = await walker.walk(dx, dy);
        const { x, y } = walker.at();
        expect(outcome).toMatchObject({ x, y, reason: 'out_of_bounds' });
        expect(x >= 0 && x < 5 && y >= 0 && y < 5).toBe(true);
        expect(await walker.walk(-dx, -dy)).toBe('accepted');
      }
    });

    it('is rejected by what blocks, around whose corners nobody cuts', async () => {
      const { items } = expectSuccess(await ada.call<Page<{ id: string }>>('GET /api/v1/maps'));
      const walker = await walk(ada, await newSpace({ mapId: items[0]?.id }));
      let found: { dx: number; dy: number } | undefined;
      for (const { dx, dy } of SIDES) {
        for (let i = 0; i < 60; i += 1) {
          const outcome = await walker.walk(dx, dy);
          if (outcome === 'accepted') continue;
          if (outcome.reason === 'blocked') found = { dx, dy };
          break;
        }
        if (found) break;
      }
      if (!found) throw new Error('the map has nothing that blocks');
      const { x, y } = walker.at();
      const sideways = [-1, 1].map((side) => ({ x: x + (found.dx || side), y: y + (found.dy || side) }));
      for (const to of sideways) {
        const outcome = await walker.step(to);
        expect(outcome).toMatchObject({ x, y, reason: expect.stringMatching(/^(blocked|out_of_bounds)$/) });
      }
    });

    it('is rejected as too_fast beyond a short burst; the next steps follow from where one is', async () => {
      const space = await newSpace({ width: 60, height: 20 });
      const walker = await walk(ada, space);
      const { x, y } = walker.at();
      const dx = x < 30 ? 1 : -1;
      for (let i = 1; i <= 25; i += 1) walker.line.tell('move', { seq: i, x: x + dx * i, y });
      await vi.waitFor(() => expect(walker.line.heard<Rejection>('movement-rejected').some(({ seq }) => seq === 25)).toBe(true), {
        timeout: 5_000,
      });
      const rejections = walker.line.heard<Rejection>('movement-rejected');
      const accepted = walker.line.heard<Movement>('movement').filter(isOf(ada));
      const last = accepted.at(-1);
      expect(rejections[0]).toMatchObject({ reason: 'too_fast', seq: (last?.seq ?? 0) + 1, x: last?.x, y });
      // A short burst, and the walking speed for the moment that it took; what was accepted in one tick is told as one movement.
      expect(last?.seq).toBeGreaterThanOrEqual(2);
      expect(last?.seq).toBeLessThan(15);
    });

    it('goes at six tiles a second in the long run', async () => {
      const walker = await walk(ada, await newSpace());
      const begin = Date.now();
      const steps = 20;
      for (let i = 0; i < steps; i += 1) expect(await walker.walk(i % 2 === 0 ? 1 : -1, 0)).toBe('accepted');
      const seconds = (Date.now() - begin) / 1_000;
      // What exceeds the burst of a few steps takes its sixth of a second.
      expect(seconds).toBeGreaterThan((steps - 12) / 6);
    });

    it('does nothing when it is malformed, and ends no connection', async () => {
      const walker = await walk(ada, await newSpace());
      const { x, y } = walker.at();
      for (const payload of [
        undefined,
        null,
        [],
        'left',
        {},
        { x: x + 1 },
        { x: String(x + 1), y },
        { x: x + 0.5, y },
        { x: null, y },
        { seq: -1, x: x + 1, y },
        { seq: 'a', x: x + 1, y },
        { x: { valueOf: 1 }, y },
      ]) {
        walker.line.tell('move', payload);
      }
      // A number that JSON may hold and no tile has.
      walker.line.writeRaw(`2["move",{"x":1e400,"y":${y}}]`);
      expect(await walker.step({ x: x + 1, y })).toBe('accepted');
      expect(walker.line.heard<Movement>('movement').filter(isOf(ada))).toHaveLength(1);
    });

    it('is possible only inside', async () => {
      const space = await newSpace();
      const line = await bob.world(space.id);
      line.tell('move', { seq: 1, x: 1, y: 1 });
      line.tell('view', { x: 0, y: 0, width: 10, height: 10 });
      const walker = await enter(line, space.id);
      expect(line.heard('movement')).toEqual([]);
      expect(await walker.walk(1, 0)).toBe('accepted');
    });

    it('is not stopped by other people', async () => {
      const space = await newSpace();
      const [one, two] = [await walk(ada, space), await walk(bob, space)];
      const { x, y } = two.at();
      for (let i = 0; i < 40 && (one.at().x !== x || one.at().y !== y); i += 1) {
        expect(await one.walk(Math.sign(x - one.at().x), Math.sign(y - one.at().y))).toBe('accepted');
      }
      expect(one.at()).toEqual({ x, y });
    });
  });

  describe('view', () => {
    it('limits what one hears to what one sees', async () => {
      const space = await newSpace({ width: 200, height: 200 });
      const [walker, watcher] = [await walk(ada, space), await walk(bob, space)];
      await watcher.line
        .next<Player>('user-joined', isOf(ada))
        .catch(() => expect(watcher.joined.players.map(({ userId }) => userId)).toContain(ada.id));
      const { x, y } = walker.at();
      const farX = x < 100 ? 180 : 5;
      const farY = y < 100 ? 180 : 5;
      watcher.line.tell('view', { x: farX, y: farY, width: 10, height: 10 });
      expect(await watcher.walk(1, 0)).toBe('accepted');
      watcher.line.forget();
      expect(await walker.walk(1, 0)).toBe('accepted');
      expect(await walker.walk(0, 1)).toBe('accepted');
      expect(await watcher.walk(-1, 0)).toBe('accepted');
      expect(watcher.line.heard<Movement>('movement').filter(isOf(ada))).toEqual([]);

      watcher.line.tell('view', { x: walker.at().x - 5, y: walker.at().y - 5, width: 10, height: 10 });
      expect(await watcher.line.next<Player>('user-joined', isOf(ada))).toMatchObject({ ...playerShape, ...walker.at() });
      expect(await walker.walk(1, 0)).toBe('accepted');
      expect(await watcher.line.next<Movement>('movement', isOf(ada))).toMatchObject(walker.at());
    });

    it('is clipped by the server, and refused when it is none', async () => {
      const space = await newSpace({ width: 200, height: 200 });
      const walker = await walk(ada, space);
      for (const payload of [
        { x: -1e9, y: -1e9, width: 2e9, height: 2e9 },
        { x: 1e300, y: 0, width: 1e300, height: 1 },
        { x: 0, y: 0, width: 0, height: -1 },
        { x: 0, y: 0 },
        { x: 'a', y: 0, width: 1, height: 1 },
        null,
        [],
      ]) {
        walker.line.tell('view', payload);
      }
      expect(await walker.walk(1, 0)).toBe('accepted');
    });
  });

  describe('roster', () => {
    it('names everybody in the space', async () => {
      const space = await newSpace();
      const [one] = [await walk(ada, space), await walk(bob, space)];
      const { people, nextCursor } = expectOk(await one.line.ask<Roster>('roster', {}));
      expect(nextCursor).toBeNull();
      expect(people.toSorted((a, b) => a.displayName.localeCompare(b.displayName))).toMatchObject([
        { userId: ada.id, displayName: 'Ada', presence: 'online' },
        { userId: bob.id, displayName: 'Bob', presence: 'online' },
      ]);
    });

    it('may be asked for without payload', async () => {
      const one = await walk(ada, await newSpace());
      expect(expectOk(await one.line.ask<Roster>('roster')).people.map(({ userId }) => userId)).toEqual([ada.id]);
    });

    it('tells who came and went, at most once a second', async () => {
      type Change = { joined: RosterPerson[]; left: string[] };
      const space = await newSpace({ width: 200, height: 200 });
      const watcher = await walk(ada, space);
      const walker = await walk(bob, space);
      await watcher.line.next<Change>('roster-changed', ({ joined }) => joined.some(isOf(bob)));
      expectOk(await walker.line.ask('leave', {}));
      await watcher.line.next<Change>('roster-changed', ({ left }) => left.includes(bob.id));
      const times = watcher.line.record.filter(({ event }) => event === 'roster-changed').map(({ at }) => at);
      for (const [i, at] of times.entries()) if (i > 0) expect(at - (times[i - 1] ?? 0)).toBeGreaterThan(900);
      for (const { joined, left } of watcher.line.heard<Change>('roster-changed')) {
        for (const person of joined)
          expect(person).toMatchObject({ userId: id, displayName: expect.any(String), presence: expect.any(String) });
        for (const userId of left) expect(userId).toEqual(id);
      }
    });

    it('refuses a cursor that it never gave, and who is not inside', async () => {
      const space = await newSpace();
      const one = await walk(ada, space);
      expectRefused(await one.line.ask('roster', { cursor: 5 }), 'invalid_payload');
      expectRefused(await one.line.ask('roster', { cursor: 'x'.repeat(10_000) }), 'invalid_payload');
      expect((await (await bob.world(space.id)).ask('roster', {})).ok).toBe(false);
    });
  });

  describe('leaving', () => {
    it('is seen at once after leave', async () => {
      const space = await newSpace();
      const [watcher, walker] = [await walk(ada, space), await walk(bob, space)];
      await watcher.line.next('user-joined', isOf(bob));
      const begin = Date.now();
      expect(expectOk(await walker.line.ask('leave', {}))).toEqual({});
      expect(await watcher.line.next('user-left', isOf(bob))).toMatchObject({ userId: bob.id });
      expect(Date.now() - begin).toBeLessThan(5_000);
      expectOk(await walker.line.ask('leave'));
      expect((await enter(walker.line, space.id)).joined.players.map(({ userId }) => userId)).toEqual([ada.id]);
    });

    it('is seen at once after a clean disconnect', async () => {
      const space = await newSpace();
      const [watcher, walker] = [await walk(ada, space), await walk(bob, space)];
      await watcher.line.next('user-joined', isOf(bob));
      const begin = Date.now();
      walker.line.close();
      await watcher.line.next('user-left', isOf(bob));
      expect(Date.now() - begin).toBeLessThan(5_000);
    });

    it.concurrent('is seen 10 s after a connection dropped', async () => {
      const [one, two] = [await wire().person(), await wire().person()];
      const { space } = await wire().space(one);
      const [watcher, walker] = [await walk(one, space), await walk(two, space)];
      await watcher.line.next('user-joined', isOf(two));
      const begin = Date.now();
      walker.line.cut();
      await watcher.line.next('user-left', isOf(two), 20_000);
      expect(Date.now() - begin).toBeGreaterThan(9_000);
    });

    it.concurrent('is not seen when one comes back in time, to the same place', async () => {
      const [one, two, three] = [await wire().person(), await wire().person(), await wire().person()];
      const { space } = await wire().space(one);
      const [watcher, walker, other] = [await walk(one, space), await walk(two, space), await walk(three, space)];
      for (const person of [two, three]) await watcher.line.next<Player>('user-joined', isOf(person));
      for (const [dx, dy] of [
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const)
        expect(await walker.walk(dx, dy)).toBe('accepted');
      await watcher.line.next<Movement>('movement', (step) => isOf(two)(step) && step.x === walker.at().x && step.y === walker.at().y);
      watcher.line.forget();
      walker.line.cut();
      await walker.line.ended;
      const back = await walk(two, space);
      expect(back.joined.self).toMatchObject(walker.at());
      // Who dropped later and stays away marks the time after which nothing more can come.
      other.line.cut();
      await watcher.line.next('user-left', isOf(three), 20_000);
      expect(watcher.line.record.filter(({ event, payload }) => /^user-/.test(event) && isOf(two)(payload as Player))).toEqual([]);
    });
  });

  describe('a second connection of the same person', () => {
    it('takes over the avatar; the first is told and closed', async () => {
      const space = await newSpace();
      const watcher = await walk(bob, space);
      const first = await walk(ada, space);
      expect(await first.walk(1, 0)).toBe('accepted');
      await watcher.line.next<Player>('user-joined', isOf(ada));
      watcher.line.forget();
      const second = await walk(ada, space);
      expect(await first.line.next('kicked')).toMatchObject({ reason: 'taken-over' });
      await first.line.ended;
      expect(second.joined.self).toMatchObject(first.at());
      expect(await second.walk(1, 0)).toBe('accepted');
      await watcher.line.next<Movement>('movement', isOf(ada));
      expect(watcher.line.heard('user-left')).toEqual([]);
      expect(watcher.line.heard('user-joined')).toEqual([]);
    });
  });

  describe('who may not be there any more', () => {
    it('is put out when the space is deleted', async () => {
      const space = await newSpace();
      const walker = await walk(bob, space);
      expectEmpty(await ada.call('DELETE /api/v1/spaces/:id', { params: { id: space.id } }));
      expect(await walker.line.next('kicked')).toMatchObject({ reason: expect.stringMatching(/\S/) });
      await walker.line.ended;
      expectRefused(await (await bob.world(space.id)).ask('join', { spaceId: space.id }), 'not_found');
    });

    it('is put out when the space becomes private and one is no member', async () => {
      const space = await newSpace();
      const [owner, stranger] = [await walk(ada, space), await walk(bob, space)];
      await owner.line.next('user-joined', isOf(bob));
      expectSuccess(await ada.call('PUT /api/v1/spaces/:id', { params: { id: space.id }, body: { visibility: 'private' } }));
      expect(await stranger.line.next('kicked')).toMatchObject({ reason: expect.stringMatching(/\S/) });
      await stranger.line.ended;
      await owner.line.next('user-left', isOf(bob), 20_000);
      expect(await owner.walk(1, 0)).toBe('accepted');
    });

    it('is put out when one logs out', async () => {
      const eve = await wire().person();
      const walker = await walk(eve, await newSpace());
      expectEmpty(await eve.call('POST /api/v1/logout'));
      await walker.line.ended;
    });
  });

  describe('frames', () => {
    it('are what one gets who asks for nothing else: first a key frame with all who are in view', async () => {
      const space = await newSpace();
      const other = await walk(bob, space);
      const viewer = await walk(ada, space, 'binary');
      await vi.waitFor(() => expect(viewer.seen.placeOf(bob.id)).toMatchObject(other.at()), { timeout: 5_000 });
      expect(viewer.seen.frames[0]).toMatchObject({ isKey: true, rect: { left: 0, top: 0 } });
      expect(viewer.seen.profileOf(bob.id)).toMatchObject({
        userId: bob.id,
        username: bob.username,
        displayName: 'Bob',
        avatar: bob.user.avatar,
      });
      expect(viewer.line.heard('movement')).toEqual([]);
      expect(viewer.line.heard('user-joined')).toEqual([]);
    });

    it('tell who enters, moves and leaves, and one’s own last accepted step', async () => {
      const space = await newSpace();
      const viewer = await walk(ada, space, 'binary');
      const other = await walk(bob, space);
      await vi.waitFor(() => expect(viewer.seen.placeOf(bob.id)).toMatchObject(other.at()), { timeout: 5_000 });
      for (const { dx, dy, direction } of SIDES) {
        expect(await other.walk(dx, dy)).toBe('accepted');
        await vi.waitFor(() => expect(viewer.seen.placeOf(bob.id)).toEqual({ ...other.at(), direction }), { timeout: 5_000 });
      }
      expect(await viewer.walk(1, 0)).toBe('accepted');
      expect(viewer.seen.frames.at(-1)?.ownStep).toEqual({ seq: 1, ...viewer.at(), direction: 'right' });
      const { x, y } = viewer.at();
      expect(await viewer.step({ x: x + 3, y })).toMatchObject({ seq: 2, x, y, reason: 'not_adjacent' });
      expectOk(await other.line.ask('leave', {}));
      await vi.waitFor(() => expect(viewer.seen.placeOf(bob.id)).toBeUndefined(), { timeout: 5_000 });
    });

    it('come once per tick at the most, and not at all without news', async () => {
      const space = await newSpace();
      const [viewer, other] = [await walk(ada, space, 'binary'), await walk(bob, space)];
      for (let i = 0; i < 12; i += 1) expect(await other.walk(i % 2 === 0 ? 1 : -1, 0)).toBe('accepted');
      await vi.waitFor(() => expect(viewer.seen.placeOf(bob.id)).toMatchObject(other.at()), { timeout: 5_000 });
      const { frames } = viewer.seen;
      const ticks = frames.map(({ tick }) => tick);
      expect(ticks).toEqual([...new Set(ticks)].toSorted((a, b) => a - b));
      expect(await viewer.walk(0, 1)).toBe('accepted');
      const before = viewer.seen.frames.length;
      // Somebody walks for a second and more, twenty ticks, where the viewer is not.
      const elsewhere = await walk(bob, await newSpace());
      for (let i = 0; i < 14; i += 1) expect(await elsewhere.walk(i % 2 === 0 ? 1 : -1, 0)).toBe('accepted');
      expect(viewer.seen.frames.length).toBe(before);
    });

    it('serve the cells around one’s view, inside the map', async () => {
      const space = await newSpace({ width: 200, height: 200 });
      const viewer = await walk(ada, space, 'binary');
      await vi.waitFor(() => expect(viewer.seen.rect).toBeDefined(), { timeout: 5_000 });
      viewer.line.tell('view', { x: 160, y: 160, width: 10, height: 10 });
      await vi.waitFor(() => expect(viewer.seen.rect?.left).toBeGreaterThan(16), { timeout: 5_000 });
      const { left, top, width, height } = viewer.seen.rect ?? { left: 0, top: 0, width: 0, height: 0 };
      // Tiles 160 to 169 are cells 20 and 21; one ring around them, and at most one more that lags behind.
      for (const begin of [left, top]) expect(begin === 18 || begin === 19).toBe(true);
      for (const end of [left + width, top + height]) expect(end === 23 || end === 24).toBe(true);
      viewer.line.tell('view', { x: -1e6, y: -1e6, width: 2e6, height: 2e6 });
      expect(await viewer.walk(1, 0)).toBe('accepted');
      for (const { rect } of viewer.seen.frames) if (rect) expect(rect.left + rect.width <= 25 && rect.top + rect.height <= 25).toBe(true);
    });
  });
}
