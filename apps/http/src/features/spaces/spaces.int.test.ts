import { SOCKET_PATHS, Space, SpaceDetail } from '@metaverse/contracts';
import { places, socketRooms } from '@metaverse/service-kit';
import { eventually } from '@metaverse/test-kit';
import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { call, type Person, signUpSomebody } from '../../testing/call.ts';
import { connect } from '../../testing/connect.ts';
import { expectFailure } from '../../testing/expect-failure.ts';
import { startHttp, type TestHttp } from '../../testing/start-http.ts';

const UNKNOWN = '0192d3a8-0000-7000-8000-000000000000';

let http: TestHttp;
let owner: Person;
let other: Person;
let admin: Person;
beforeAll(async () => {
  http = await startHttp();
  owner = await signUpSomebody(http.origin);
  other = await signUpSomebody(http.origin);
  admin = await signUpSomebody(http.origin);
  await http.db.prisma.user.update({ where: { id: admin.id }, data: { role: 'admin' } });
});
afterAll(() => http.stop());

const as = (person: Person, line: string, body?: unknown) => call(http.origin, line, { token: person.token, body });
const make = async (fields: Record<string, unknown> = {}): Promise<Space> =>
  Space.parse((await as(owner, 'POST /api/v1/spaces', { name: 'A place', ...fields })).body);
const mapIds = async (): Promise<Record<string, string>> => {
  const maps = await http.db.prisma.map.findMany();
  return Object.fromEntries(maps.map((map) => [map.key, map.id]));
};

const open: Socket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
const connectAs = async (path: string, { token }: Person): Promise<Socket> => {
  const socket = await connect(http.origin, path, token);
  open.push(socket);
  return socket;
};

describe('POST /spaces', () => {
  it('makes an empty space of a size, its maker the owner of it and of the room general', async () => {
    const space = await make({ name: 'Loft', description: 'High up', width: 30, height: 12 });
    expect(space).toMatchObject({
      name: 'Loft',
      description: 'High up',
      visibility: 'public',
      width: 30,
      height: 12,
      ownerId: owner.id,
      mapId: null,
      myRole: 'owner',
    });

    const rooms = await as(owner, `GET /api/v1/spaces/${space.id}/chatrooms`);
    expect(rooms.body.items).toEqual([
      expect.objectContaining({ name: 'general', kind: 'general', visibility: 'public', myRole: 'owner' }),
    ]);
    const detail = SpaceDetail.parse((await as(owner, `GET /api/v1/spaces/${space.id}`)).body);
    expect(detail).toMatchObject({ memberCount: 1, elements: [], mapVersion: 1 });
    expect(detail.ground.spawns.length).toBeGreaterThan(0);
  });

  it('makes one from a map, with everything that stands on it', async () => {
    const { office } = await mapIds();
    const space = await make({ mapId: office });
    const map = await http.db.prisma.map.findUniqueOrThrow({ where: { id: office! } });
    const detail = SpaceDetail.parse((await as(owner, `GET /api/v1/spaces/${space.id}`)).body);

    expect(detail).toMatchObject({ width: map.width, height: map.height, mapId: office, ground: map.ground });
    const pieceOf = new Map(detail.elementTypes.map(({ id, piece }) => [id, piece]));
    const standing = detail.elements.map(({ elementId, id: _, ...at }) => ({ piece: pieceOf.get(elementId), ...at }));
    expect(standing).toEqual(map.placements);
    expect(new Set(detail.elementTypes.map(({ id }) => id)).size).toBe(detail.elementTypes.length);
  });

  it('tells the event log who joined', async () => {
    const space = await make();
    const events = await http.db.prisma.outbox.findMany({ where: { topic: 'user-events', key: owner.id } });
    expect(events.map(({ envelope }) => envelope)).toContainEqual(
      expect.objectContaining({ type: 'space.joined', payload: { userId: owner.id, spaceId: space.id }, producer: 'http' }),
    );
  });

  it('leaves nothing behind when it fails', async () => {
    const before = await http.db.prisma.chatroom.count();
    expectFailure(await as(owner, 'POST /api/v1/spaces', { name: 'No', mapId: UNKNOWN }), 404, 'not_found');
    expect(await http.db.prisma.chatroom.count()).toBe(before);
  });

  it.each([
    ['no name', {}],
    ['a blank name', { name: '  ' }],
    ['a long name', { name: 'x'.repeat(81) }],
    ['a long description', { name: 'x', description: 'x'.repeat(501) }],
    ['NUL in the name', { name: 'a\u0000b' }],
    ['a lone surrogate in the description', { name: 'x', description: '\udc00' }],
    ['too narrow', { name: 'x', width: 4, height: 10 }],
    ['too high', { name: 'x', width: 10, height: 501 }],
    ['half a tile', { name: 'x', width: 10.5, height: 10 }],
    ['an unknown visibility', { name: 'x', visibility: 'secret' }],
    ['a map id that is none', { name: 'x', mapId: 'office' }],
  ])('refuses %s', async (_, body) => {
    expectFailure(await as(owner, 'POST /api/v1/spaces', body), 400, 'invalid_payload');
  });

  it('is for who is signed in', async () => {
    expectFailure(await call(http.origin, 'POST /api/v1/spaces', { body: { name: 'x' } }), 401, 'unauthenticated');
  });
});

describe('GET /spaces', () => {
  const names = async (person: Person, query: string): Promise<string[]> => {
    const answer = await as(person, `GET /api/v1/spaces?${query}`);
    return answer.body.items.map((space: Space) => space.name);
  };

  it('lists public spaces to everybody, unlisted and private ones to their members', async () => {
    for (const visibility of ['public', 'unlisted', 'private']) await make({ name: `listing ${visibility}`, visibility });
    expect(await names(owner, 'query=listing')).toEqual(['listing private', 'listing unlisted', 'listing public']);
    expect(await names(other, 'query=listing')).toEqual(['listing public']);
    expect(await names(owner, 'query=listing&mine=true')).toHaveLength(3);
    expect(await names(other, 'query=listing&mine=true')).toEqual([]);
  });

  it('finds by name and description, in any case, every word, and takes no character for a pattern', async () => {
    await make({ name: 'Needle & thread', description: 'in a HAYSTACK, 100%_sure' });
    expect(await names(other, 'query=NEEDLE')).toEqual(['Needle & thread']);
    expect(await names(other, 'query=needle+haystack')).toEqual(['Needle & thread']);
    expect(await names(other, 'query=needle+barn')).toEqual([]);
    expect(await names(other, `query=${encodeURIComponent('100%_s')}`)).toEqual(['Needle & thread']);
    expect(await names(other, `query=${encodeURIComponent('needle%')}`)).toEqual([]);
    expect(await names(other, `query=${encodeURIComponent('nee_le')}`)).toEqual([]);
    expect(await names(other, `query=${encodeURIComponent('\\')}`)).toEqual([]);
  });

  it('pages by cursor, each space once, the newest first', async () => {
    for (let i = 0; i < 5; i += 1) await make({ name: `paged ${i}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await as(other, `GET /api/v1/spaces?query=paged&limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      expect(body.items.length).toBeLessThanOrEqual(2);
      seen.push(...body.items.map((space: Space) => space.name));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['paged 4', 'paged 3', 'paged 2', 'paged 1', 'paged 0']);
  });

  it('says who is inside', async () => {
    const space = await make({ name: 'busy' });
    for (const [i, person] of [owner, other].entries()) {
      await http.presence.enter({ place: places.space(space.id), userId: person.id, connectionId: `c${i}` });
    }
    const { items } = (await as(other, 'GET /api/v1/spaces?query=busy')).body;
    expect(items[0]).toMatchObject({ onlineCount: 2, people: [{ id: owner.id }, { id: other.id }] });
  });

  it('counts the messages of the last 24 hours', async () => {
    const { id: spaceId } = await make({ name: 'chatty' });
    const hour = (ago: number) => new Date(Math.floor(Date.now() / 3_600_000 - ago) * 3_600_000);
    await http.db.prisma.spaceActivity.createMany({
      data: [0, 1, 23, 24].map((ago) => ({ spaceId, hour: hour(ago), messages: 10 ** (ago % 10) })),
    });
    expect((await as(other, 'GET /api/v1/spaces?query=chatty')).body.items[0].messagesToday).toBe(1 + 10 + 1_000);
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'cursor=nonsense', 'mine=perhaps', 'query=%00', `query=${'x'.repeat(201)}`])(
    'refuses %s',
    async (query) => {
      expectFailure(await as(owner, `GET /api/v1/spaces?${query}`), 400, 'invalid_payload');
    },
  );
});

describe('GET /spaces/:id', () => {
  it.each([
    ['a public one to anybody', 'public', 200],
    ['an unlisted one to who has the link', 'unlisted', 200],
    ['a private one to nobody else', 'private', 404],
  ])('shows %s', async (_, visibility, status) => {
    const { id } = await make({ visibility });
    expect((await as(other, `GET /api/v1/spaces/${id}`)).status).toBe(status);
    expect((await as(owner, `GET /api/v1/spaces/${id}`)).status).toBe(200);
  });

  it('refuses an unknown id, what is no id, and nobody', async () => {
    expectFailure(await as(owner, `GET /api/v1/spaces/${UNKNOWN}`), 404, 'not_found');
    expectFailure(await as(owner, 'GET /api/v1/spaces/lantern'), 400, 'invalid_payload');
    expectFailure(await call(http.origin, `GET /api/v1/spaces/${UNKNOWN}`), 401, 'unauthenticated');
  });
});

describe('PUT /spaces/:id', () => {
  it('undoes nothing that another change stored while it waited', async () => {
    const { id } = await make({ name: 'Old' });
    let change: Promise<unknown> = Promise.resolve();
    await http.db.transaction(async (tx) => {
      await tx.space.update({ where: { id }, data: { visibility: 'private' } });
      change = as(owner, `PUT /api/v1/spaces/${id}`, { name: 'New' });
      const waiting = () => http.db.pool.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%spaces%'");
      await eventually(async () => expect((await waiting()).rowCount).toBe(1));
    });
    await change;
    expect((await as(owner, `GET /api/v1/spaces/${id}`)).body).toMatchObject({ name: 'New', visibility: 'private' });
  });

  it('changes what is sent, for owner and admins', async () => {
    const { id } = await make({ name: 'Old', description: 'kept' });
    expect((await as(owner, `PUT /api/v1/spaces/${id}`, { name: 'New' })).body).toMatchObject({ name: 'New', description: 'kept' });
    expect((await as(admin, `PUT /api/v1/spaces/${id}`, { description: '' })).body).toMatchObject({ name: 'New', description: '' });
  });

  it('refuses who may not, what is invalid, and what is not to be seen', async () => {
    const { id } = await make();
    expectFailure(await as(other, `PUT /api/v1/spaces/${id}`, { name: 'Mine' }), 403, 'forbidden');
    expectFailure(await as(other, `PUT /api/v1/spaces/${id}`, { name: '' }), 400, 'invalid_payload');
    expectFailure(await call(http.origin, `PUT /api/v1/spaces/${id}`, { body: { name: 'x' } }), 401, 'unauthenticated');
    const hidden = await make({ visibility: 'private' });
    expectFailure(await as(other, `PUT /api/v1/spaces/${hidden.id}`, { name: 'Mine' }), 404, 'not_found');
  });

  it('replaces the map with all that stands on it, empties the space, and gives an empty one another size', async () => {
    const { office, park } = await mapIds();
    const space = await make({ mapId: office });
    const path = `/api/v1/spaces/${space.id}`;
    const detail = async () => SpaceDetail.parse((await as(owner, `GET ${path}`)).body);
    const before = await detail();

    expect((await as(owner, `PUT ${path}`, { ...before, name: 'Same office' })).status).toBe(200);
    expect(await detail()).toMatchObject({ name: 'Same office', mapVersion: 1, elements: before.elements });

    expect((await as(owner, `PUT ${path}`, { mapId: park })).body).toMatchObject({ mapId: park });
    const map = await http.db.prisma.map.findUniqueOrThrow({ where: { id: park! } });
    const outside = await detail();
    expect(outside).toMatchObject({ width: map.width, height: map.height, mapVersion: 2, ground: map.ground });
    expect(outside.elements).toHaveLength((map.placements as unknown[]).length);

    expect((await as(owner, `PUT ${path}`, { mapId: null })).status).toBe(200);
    expect(await detail()).toMatchObject({ width: map.width, height: map.height, mapId: null, mapVersion: 3, elements: [] });
    expect((await as(owner, `PUT ${path}`, { height: 11 })).body).toMatchObject({ width: map.width, height: 11 });
  });

  it('leaves the size of a map to the map, and everything as it was when there is no such map', async () => {
    const { office } = await mapIds();
    const space = await make({ mapId: office });
    const refused = await as(owner, `PUT /api/v1/spaces/${space.id}`, { name: 'Wide', width: 60 });
    expectFailure(refused, 400, 'invalid_payload');
    expect(refused.body.error.details).toEqual([{ path: 'width', message: 'is decided by the map of the space' }]);
    expectFailure(await as(owner, `PUT /api/v1/spaces/${space.id}`, { name: 'Lost', mapId: UNKNOWN }), 404, 'not_found');
    expect((await as(owner, `GET /api/v1/spaces/${space.id}`)).body).toMatchObject({ name: space.name, mapId: office, mapVersion: 1 });
  });
});

describe('DELETE /spaces/:id', () => {
  it('takes the space with its rooms, tells who listens, and puts out who is inside', async () => {
    const space = await make();
    const [general] = (await as(owner, `GET /api/v1/spaces/${space.id}/chatrooms`)).body.items;
    await as(owner, `POST /api/v1/chatrooms/${general.id}/messages`, { clientMessageId: UNKNOWN, content: 'hello' });
    const [chat, world] = [await connectAs(SOCKET_PATHS.chat, other), await connectAs(SOCKET_PATHS.world, other)];
    const deleted: unknown[] = [];
    const kicked: unknown[] = [];
    chat.on('room-deleted', (fact) => deleted.push(fact));
    world.on('kicked', (fact) => kicked.push(fact));
    http.chatServer.in(socketRooms.user(other.id)).socketsJoin(socketRooms.space(space.id));
    http.worldServer.in(socketRooms.user(other.id)).socketsJoin(socketRooms.space(space.id));

    expect((await as(owner, `DELETE /api/v1/spaces/${space.id}`)).status).toBe(204);

    await eventually(() => !world.connected);
    expect(kicked).toEqual([{ reason: 'space-deleted' }]);
    await eventually(() => deleted.length > 0);
    expect(deleted).toEqual([{ roomId: general.id }]);
    expect(chat.connected).toBe(true);
    expectFailure(await as(owner, `GET /api/v1/spaces/${space.id}`), 404, 'not_found');
    expectFailure(await as(owner, `GET /api/v1/chatrooms/${general.id}`), 404, 'not_found');
    expectFailure(await as(owner, `DELETE /api/v1/spaces/${space.id}`), 404, 'not_found');
  });

  it('is for the owner and global admins', async () => {
    const { id } = await make({ visibility: 'private' });
    expectFailure(await as(other, `DELETE /api/v1/spaces/${id}`), 404, 'not_found');
    const open = await make();
    expectFailure(await as(other, `DELETE /api/v1/spaces/${open.id}`), 403, 'forbidden');
    expectFailure(await call(http.origin, `DELETE /api/v1/spaces/${id}`), 401, 'unauthenticated');
    expect((await as(admin, `DELETE /api/v1/spaces/${id}`)).status).toBe(204);
  });
});
