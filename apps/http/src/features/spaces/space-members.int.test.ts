import { SOCKET_PATHS, Space, SpaceMember } from '@metaverse/contracts';
import { places, socketRooms } from '@metaverse/service-kit';
import { eventually } from '@metaverse/test-kit';
import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { call, type Person, signUpSomebody } from '../../testing/call.ts';
import { connect } from '../../testing/connect.ts';
import { expectFailure } from '../../testing/expect-failure.ts';
import { startHttp, type TestHttp } from '../../testing/start-http.ts';

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
const open: Socket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
const connectAs = async (path: string, { token }: Person): Promise<Socket> => {
  const socket = await connect(http.origin, path, token);
  open.push(socket);
  return socket;
};

/** How many connections of the chat are in one of the rooms. */
const listening = async (rooms: string[]): Promise<number> => (await http.chatServer.in(rooms).fetchSockets()).length;

describe('joining and leaving', () => {
  it('makes a member once, however often it is asked', async () => {
    const { id } = await make();
    const [first, second] = [await as(other, `POST /api/v1/spaces/${id}/join`), await as(other, `POST /api/v1/spaces/${id}/join`)];
    expect(first.status).toBe(200);
    expect(Space.parse(first.body).myRole).toBe('member');
    expect(second.body).toEqual(first.body);
    const joined = await http.db.prisma.outbox.findMany({
      where: { key: other.id, envelope: { path: ['payload', 'spaceId'], equals: id } },
    });
    expect(joined).toHaveLength(1);
  });

  it('lets somebody leave, with the rooms of the space: they hear nothing more [CH4]', async () => {
    const { id } = await make();
    const [general] = (await as(owner, `GET /api/v1/spaces/${id}/chatrooms`)).body.items;
    await as(other, `POST /api/v1/spaces/${id}/join`);
    await as(other, `POST /api/v1/chatrooms/${general.id}/join`);
    await connectAs(SOCKET_PATHS.chat, other);
    http.chatServer.in(socketRooms.user(other.id)).socketsJoin([socketRooms.room(general.id), socketRooms.space(id)]);

    expect((await as(other, `POST /api/v1/spaces/${id}/leave`)).status).toBe(204);

    expect(await listening([socketRooms.room(general.id), socketRooms.space(id)])).toBe(0);
    const members = (await as(owner, `GET /api/v1/chatrooms/${general.id}/members`)).body.items;
    expect(members.map((member: { userId: string }) => member.userId)).toEqual([owner.id]);
    expect((await as(other, `POST /api/v1/spaces/${id}/leave`)).status).toBe(204);
    expect((await as(other, `GET /api/v1/spaces/${id}`)).body.myRole).toBeNull();
  });

  it('puts who leaves a private space out of its world, and out of no other', async () => {
    const { id } = await make({ visibility: 'private' });
    await http.db.prisma.spaceMember.create({ data: { spaceId: id, userId: other.id } });
    const [inside, elsewhere] = [await connectAs(SOCKET_PATHS.world, other), await connectAs(SOCKET_PATHS.world, other)];
    http.worldServer.in(inside.id!).socketsJoin(socketRooms.player(id, other.id));
    await as(other, `POST /api/v1/spaces/${id}/leave`);
    await eventually(() => !inside.connected);
    expect(elsewhere.connected).toBe(true);
  });

  it('keeps the owner', async () => {
    const { id } = await make();
    expectFailure(await as(owner, `POST /api/v1/spaces/${id}/leave`), 403, 'forbidden');
  });

  it('opens no private space, and tells nobody of it', async () => {
    const { id } = await make({ visibility: 'private' });
    expectFailure(await as(other, `POST /api/v1/spaces/${id}/join`), 404, 'not_found');
    expectFailure(await as(admin, `POST /api/v1/spaces/${id}/join`), 403, 'forbidden');
    expectFailure(await as(other, `POST /api/v1/spaces/${id}/leave`), 404, 'not_found');
    for (const action of ['join', 'leave']) {
      expectFailure(await call(http.origin, `POST /api/v1/spaces/${id}/${action}`), 401, 'unauthenticated');
      expectFailure(await as(other, `POST /api/v1/spaces/nonsense/${action}`), 400, 'invalid_payload');
    }
  });
});

describe('a space that becomes private', () => {
  it('puts out who is no member', async () => {
    const space = await make();
    const [general] = (await as(owner, `GET /api/v1/spaces/${space.id}/chatrooms`)).body.items;
    await as(other, `POST /api/v1/chatrooms/${general.id}/join`);
    const listener = await connectAs(SOCKET_PATHS.chat, other);
    http.chatServer.in(socketRooms.user(other.id)).socketsJoin([socketRooms.room(general.id), socketRooms.space(space.id)]);

    await as(owner, `PUT /api/v1/spaces/${space.id}`, { visibility: 'private' });

    expect(await listening([socketRooms.room(general.id), socketRooms.space(space.id)])).toBe(0);
    expect(listener.connected).toBe(true);
    expectFailure(await as(other, `GET /api/v1/chatrooms/${general.id}`), 404, 'not_found');
    expectFailure(await as(other, `GET /api/v1/spaces/${space.id}`), 404, 'not_found');
  });
});

describe('GET /spaces/:id/members', () => {
  it('lists members with who is online, page by page', async () => {
    const { id } = await make();
    await as(other, `POST /api/v1/spaces/${id}/join`);
    await http.presence.enter({ place: places.online, userId: other.id, connectionId: 'x' });

    const first = (await as(other, `GET /api/v1/spaces/${id}/members?limit=1`)).body;
    const second = (await as(other, `GET /api/v1/spaces/${id}/members?limit=1&cursor=${first.nextCursor}`)).body;
    const members = [...first.items, ...second.items].map((member) => SpaceMember.parse(member));
    expect(members).toMatchObject([
      { userId: owner.id, role: 'owner', isOnline: false, user: { username: owner.username } },
      { userId: other.id, role: 'member', isOnline: true },
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('refuses strangers of a private space, broken pages, and nobody', async () => {
    const { id } = await make({ visibility: 'private' });
    expectFailure(await as(other, `GET /api/v1/spaces/${id}/members`), 404, 'not_found');
    expectFailure(await as(owner, `GET /api/v1/spaces/${id}/members?cursor=x`), 400, 'invalid_payload');
    expectFailure(await call(http.origin, `GET /api/v1/spaces/${id}/members`), 401, 'unauthenticated');
  });
});
