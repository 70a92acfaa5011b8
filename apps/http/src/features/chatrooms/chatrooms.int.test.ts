import { Chatroom, ChatroomMember, Message, SOCKET_PATHS } from '@metaverse/contracts';
import { newId } from '@metaverse/db';
import { socketRooms } from '@metaverse/service-kit';
import { eventually } from '@metaverse/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, type Person, signUpSomebody } from '../../testing/call.ts';
import { connect } from '../../testing/connect.ts';
import { expectFailure } from '../../testing/expect-failure.ts';
import { startHttp, type TestHttp } from '../../testing/start-http.ts';

let http: TestHttp;
let owner: Person;
let other: Person;
let spaceId: string;
beforeAll(async () => {
  http = await startHttp();
  owner = await signUpSomebody(http.origin);
  other = await signUpSomebody(http.origin);
});
afterAll(() => http.stop());
beforeEach(async () => {
  spaceId = (await as(owner, 'POST /api/v1/spaces', { name: 'Here' })).body.id;
});

const as = (person: Person, line: string, body?: unknown) => call(http.origin, line, { token: person.token, body });
const make = async (fields: Record<string, unknown> = {}): Promise<Chatroom> => {
  const answer = await as(owner, `POST /api/v1/spaces/${spaceId}/chatrooms`, { name: 'Tea', visibility: 'public', ...fields });
  expect(answer.status).toBe(201);
  return Chatroom.parse(answer.body);
};
const draft = (content = 'Good morning') => ({ clientMessageId: newId(), content });

describe('rooms of a space', () => {
  it('are made by members, and listed to who may see them', async () => {
    const [open, closed] = [await make({ topic: 'All day' }), await make({ name: 'Board', visibility: 'private' })];
    expect(open).toMatchObject({ spaceId, topic: 'All day', kind: 'text', myRole: 'owner', lastSeq: 0 });
    const names = async (person: Person) =>
      (await as(person, `GET /api/v1/spaces/${spaceId}/chatrooms`)).body.items.map((room: Chatroom) => room.name);
    expect(await names(owner)).toEqual(['general', 'Tea', 'Board']);
    expect(await names(other)).toEqual(['general', 'Tea']);
    expectFailure(await as(other, `GET /api/v1/chatrooms/${closed.id}`), 404, 'not_found');
  });

  it('are not made by who is no member, without a name, or by nobody', async () => {
    const line = `POST /api/v1/spaces/${spaceId}/chatrooms`;
    expectFailure(await as(other, line, { name: 'Mine', visibility: 'public' }), 403, 'forbidden');
    expectFailure(await as(owner, line, { visibility: 'public' }), 400, 'invalid_payload');
    expectFailure(await as(owner, line, { name: 'x' }), 400, 'invalid_payload');
    expectFailure(await call(http.origin, line, { body: { name: 'x', visibility: 'public' } }), 401, 'unauthenticated');
  });
});

describe('members of a room', () => {
  it('join a public one, and leave it, however often they say so', async () => {
    const { id } = await make();
    for (let i = 0; i < 2; i += 1) expect((await as(other, `POST /api/v1/chatrooms/${id}/join`)).body.myRole).toBe('member');
    const members = (await as(owner, `GET /api/v1/chatrooms/${id}/members`)).body.items.map(
      (member: unknown) => ChatroomMember.parse(member).userId,
    );
    expect(members).toEqual([owner.id, other.id]);
    for (let i = 0; i < 2; i += 1) expect((await as(other, `POST /api/v1/chatrooms/${id}/leave`)).status).toBe(204);
    expectFailure(await as(other, `POST /api/v1/chatrooms/${id}/messages`, draft()), 403, 'forbidden');
  });

  it('are taken into a private one and out of it by its owner', async () => {
    const { id } = await make({ visibility: 'private' });
    expectFailure(await as(other, `POST /api/v1/chatrooms/${id}/join`), 404, 'not_found');
    const added = await as(owner, `POST /api/v1/chatrooms/${id}/members`, { userId: other.id });
    expect(added.status).toBe(201);
    expect(ChatroomMember.parse(added.body)).toMatchObject({ userId: other.id, role: 'member' });
    expect((await as(other, `GET /api/v1/chatrooms/${id}`)).status).toBe(200);
    expectFailure(await as(other, `DELETE /api/v1/chatrooms/${id}/members/${owner.id}`), 403, 'forbidden');
    expect((await as(owner, `DELETE /api/v1/chatrooms/${id}/members/${other.id}`)).status).toBe(204);
    expectFailure(await as(other, `GET /api/v1/chatrooms/${id}`), 404, 'not_found');
  });
});

describe('messages', () => {
  it('are stored and reach who listens', async () => {
    const { id } = await make();
    const listener = await connect(http.origin, SOCKET_PATHS.chat, owner.token);
    const heard: Message[] = [];
    listener.on('receive-message', (message: Message) => heard.push(message));
    http.chatServer.in(socketRooms.user(owner.id)).socketsJoin(socketRooms.room(id));

    const answer = await as(owner, `POST /api/v1/chatrooms/${id}/messages`, draft('  kept as written '));
    expect(answer.status).toBe(201);
    expect(Message.parse(answer.body)).toMatchObject({
      roomId: id,
      seq: 1,
      senderId: owner.id,
      content: '  kept as written ',
      type: 'text',
    });
    await eventually(() => heard.length > 0);
    expect(heard).toEqual([answer.body]);
    listener.disconnect();
  });

  it('are the same ones when they are repeated', async () => {
    const { id } = await make();
    const line = `POST /api/v1/chatrooms/${id}/messages`;
    const twice = draft();
    const [first, second] = [await as(owner, line, twice), await as(owner, line, twice)];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    const elsewhere = await make();
    expectFailure(await as(owner, `POST /api/v1/chatrooms/${elsewhere.id}/messages`, twice), 409, 'conflict');
  });

  it('are read in windows, ascending', async () => {
    const { id } = await make();
    for (let i = 1; i <= 5; i += 1) await as(owner, `POST /api/v1/chatrooms/${id}/messages`, draft(`${i}`));
    const read = async (query: string) => (await as(other, `GET /api/v1/chatrooms/${id}/messages?${query}`)).body;
    const seqs = (page: { items: Message[] }) => page.items.map(({ seq }) => seq);

    const latest = await read('limit=2');
    expect(seqs(latest)).toEqual([4, 5]);
    expect(seqs(await read(`limit=2&cursor=${latest.nextCursor}`))).toEqual([2, 3]);
    expect(seqs(await read('beforeSeq=3'))).toEqual([1, 2]);
    expect(seqs(await read('afterSeq=3'))).toEqual([4, 5]);
    expect((await read('afterSeq=3')).nextCursor).toBeNull();
  });

  it.each([
    ['without content', { clientMessageId: newId() }],
    ['without an id of the client', { content: 'x' }],
    ['blank', { clientMessageId: newId(), content: ' \n' }],
    ['too long', { clientMessageId: newId(), content: 'x'.repeat(16_001) }],
    ['with NUL', { clientMessageId: newId(), content: 'a\u0000' }],
    ['with a lone surrogate', { clientMessageId: newId(), content: '\ud83d' }],
    ['as the system', { clientMessageId: newId(), content: 'x', type: 'system' }],
  ])('are refused %s', async (_, body) => {
    const { id } = await make();
    expectFailure(await as(owner, `POST /api/v1/chatrooms/${id}/messages`, body), 400, 'invalid_payload');
  });

  it('are refused with both ends of a window, in unknown rooms, and from nobody', async () => {
    const { id } = await make();
    expectFailure(await as(owner, `GET /api/v1/chatrooms/${id}/messages?beforeSeq=3&afterSeq=1`), 400, 'invalid_payload');
    expectFailure(await as(owner, `GET /api/v1/chatrooms/${newId()}/messages`), 404, 'not_found');
    expectFailure(await as(owner, `POST /api/v1/chatrooms/${newId()}/messages`, draft()), 404, 'not_found');
    expectFailure(await call(http.origin, `POST /api/v1/chatrooms/${id}/messages`, { body: draft() }), 401, 'unauthenticated');
    expectFailure(await call(http.origin, `GET /api/v1/chatrooms/${id}/messages`), 401, 'unauthenticated');
  });
});
