import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startStandalone } from './harness/start-standalone.ts';
import type { Target } from './harness/start-standalone.ts';
import { expectFailure, expectSuccess } from './wire/expectations.ts';
import type { Answer, Sent } from './wire/http.ts';
import { expectOk, expectRefused } from './wire/lines.ts';
import type { Chatroom, Message } from './wire/shapes.ts';
import { createWire, freshId, freshName, freshPassword, type Person, type Wire } from './wire/wire.ts';

// The limits of PROTOCOL.md, on an instance where they are small. It trusts this machine as a proxy, so that the cases come
// from as many addresses as they like.
const LIMITS = {
  LIMIT_SIGNUPS: '5',
  LIMIT_LOGIN_FAILURES: '3',
  LIMIT_LOGIN_FAILURES_ADDRESS: '6',
  LIMIT_REQUESTS: '30',
  LIMIT_MESSAGES_BURST: '6',
  LIMIT_MESSAGES: '2',
  LIMIT_TYPING: '2',
  LIMIT_JOINS: '3',
  LIMIT_EVENTS: '50',
  TRUSTED_PROXIES: 'loopback',
};

let target: Target;
let wire: Wire;
beforeAll(async () => {
  target = await startStandalone(LIMITS);
  wire = createWire(target);
});
afterAll(async () => {
  wire.closeAll();
  await target.stop();
});

let lastAddress = 0;
const freshAddress = (): { headers: Record<string, string> } => {
  lastAddress += 1;
  return { headers: { 'x-forwarded-for': `198.51.100.${lastAddress}` } };
};
const signUpBody = (): Record<string, string> => ({ username: freshName(), password: freshPassword(), refresh: 'body' });

async function newPerson(): Promise<{ token: string; username: string; password: string }> {
  const body = signUpBody();
  const { accessToken } = expectSuccess(await wire.call<{ accessToken: string }>('POST /api/v1/signup', { body, ...freshAddress() }), 201);
  return { token: accessToken, username: body['username'] ?? '', password: body['password'] ?? '' };
}

function expectLimited(answer: Answer<unknown>): void {
  expectFailure(answer, 'rate_limited');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
}

/** Calls until it is limited. @returns how many calls were answered otherwise. */
async function callsUntilLimited(route: string, sent: Sent, atMost = 100): Promise<number> {
  for (let calls = 0; calls < atMost; calls += 1) {
    const answer = await wire.call(route, sent);
    if (answer.status !== 429) continue;
    expectLimited(answer);
    return calls;
  }
  throw new Error(`${route} was never limited`);
}

describe('sign-ups', () => {
  it('are limited per address, refused ones included', async () => {
    const from = freshAddress();
    expect(await callsUntilLimited('POST /api/v1/signup', { body: {}, ...from })).toBe(5);
    expectLimited(await wire.call('POST /api/v1/signup', { body: signUpBody(), ...from }));
    expectLimited(await wire.call('POST /auth/register', { body: signUpBody(), ...from }));
    expectSuccess(await wire.call('POST /api/v1/signup', { body: signUpBody(), ...freshAddress() }), 201);
  });
});

describe('failed log-ins', () => {
  it('are limited per name and address, for the right password too', async () => {
    const { username, password } = await newPerson();
    const from = freshAddress();
    expect(await callsUntilLimited('POST /api/v1/login', { body: { username, password: freshPassword() }, ...from })).toBe(3);
    expectLimited(await wire.call('POST /api/v1/login', { body: { username: username.toUpperCase(), password }, ...from }));
    expectLimited(await wire.call('POST /auth/login', { body: { username, password }, ...from }));
    expectSuccess(await wire.call('POST /api/v1/login', { body: { username, password }, ...freshAddress() }));
  });

  it('are limited per address, whatever the name', async () => {
    const from = freshAddress();
    for (let tries = 0; tries < 6; tries += 1) {
      expectFailure(
        await wire.call('POST /api/v1/login', { body: { username: freshName(), password: 'wrong-as-it-is' }, ...from }),
        'unauthenticated',
      );
    }
    expectLimited(await wire.call('POST /api/v1/login', { body: { username: freshName(), password: 'wrong-as-it-is' }, ...from }));
  });

  it('do not count what succeeds', async () => {
    const { username, password } = await newPerson();
    const from = freshAddress();
    for (let tries = 0; tries < 8; tries += 1)
      expectSuccess(await wire.call('POST /api/v1/login', { body: { username, password }, ...from }));
  });

  it('are counted when they come at the same time', async () => {
    const { username } = await newPerson();
    const from = freshAddress();
    const sent = { body: { username, password: 'wrong-as-it-is' }, ...from };
    const answers = await Promise.all(Array.from({ length: 12 }, () => wire.call('POST /api/v1/login', sent)));
    // Two are looked at at a time, so one more may be under way when the last one is counted.
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(4);
  });
});

describe('other requests', () => {
  it('are limited per user, wherever they come from', async () => {
    const { token } = await newPerson();
    expect(await callsUntilLimited('GET /api/v1/me', { token })).toBe(30);
    expectLimited(await wire.call('GET /api/v1/spaces', { token, ...freshAddress() }));
    const other = await newPerson();
    expectSuccess(await wire.call('GET /api/v1/me', { token: other.token }));
  });

  it('are limited per address where there is no user, before anybody asks who calls', async () => {
    const from = freshAddress();
    expect(await callsUntilLimited('GET /api/v1/me', { token: 'made-up', ...from })).toBe(30);
    expectLimited(await wire.call('GET /api/v1/me', from));
    const { token } = await newPerson();
    expectSuccess(await wire.call('GET /api/v1/me', { token, ...from }));
  });

  it('are limited before the role and the payload are looked at; an unknown route comes before', async () => {
    const { token } = await newPerson();
    await callsUntilLimited('GET /api/v1/me', { token });
    expectLimited(await wire.call('POST /api/v1/admin/elements', { token, body: {} }));
    expectLimited(await wire.call('POST /api/v1/spaces', { token, raw: '{' }));
    expectLimited(await wire.call('GET /api/v1/spaces/:id', { token, params: { id: freshId() } }));
    expectFailure(await wire.call('GET /api/v1/nothing', { token }), 'not_found');
  });

  it('are not counted with the files and pages of the web app', async () => {
    const from = freshAddress();
    for (let i = 0; i < 40; i += 1) expectSuccess(await wire.call('GET /', from));
    expectFailure(await wire.call('GET /api/v1/me', from), 'unauthenticated');
  });
});

describe('the sockets', () => {
  const newTalker = async (): Promise<{ person: Person; room: Chatroom; spaceId: string }> => {
    const { token } = await newPerson();
    const call = <T>(route: string, sent: Sent = {}) => wire.call<T>(route, { token, ...sent });
    const space = expectSuccess(await call<{ id: string }>('POST /api/v1/spaces', { body: { name: 'limits' } }), 201);
    const rooms = expectSuccess(await call<{ items: Chatroom[] }>('GET /api/v1/spaces/:id/chatrooms', { params: { id: space.id } }));
    const room = rooms.items[0];
    if (!room) throw new Error('a new space has no room');
    const open = (path: '/socket/chat' | '/socket/world') => wire.open({ path, query: { spaceId: space.id }, auth: { token } });
    const person = { token, call, chat: () => open('/socket/chat'), world: () => open('/socket/world') };
    // As much of a person as these cases use.
    return { person: person as unknown as Person, room, spaceId: space.id };
  };
  /** So many of twelve messages may be taken since `begin`: the burst, and the pace for the time that went by. */
  const mostTaken = (begin: number): number => 6 + Math.ceil((2 * (Date.now() - begin)) / 1_000);
  const draft = (room: Chatroom): Record<string, unknown> => ({ roomId: room.id, clientMessageId: freshId(), content: 'x' });

  it('limit messages to a burst, and then go on at their pace', async () => {
    const { person, room } = await newTalker();
    const line = await person.chat();
    const begin = Date.now();
    const replies = await Promise.all(Array.from({ length: 12 }, () => line.ask<Message>('send-message', draft(room))));
    const refused = replies.filter(({ ok }) => !ok);
    expect(12 - refused.length).toBeLessThanOrEqual(mostTaken(begin));
    for (const reply of refused) expectRefused(reply, 'rate_limited');
    await vi.waitFor(async () => expectOk(await line.ask('send-message', draft(room))), { timeout: 5_000, interval: 250 });
    expect(line.isOpen()).toBe(true);
  });

  it('limit posted messages too', async () => {
    const { person, room } = await newTalker();
    const post = () =>
      person.call('POST /api/v1/chatrooms/:id/messages', { params: { id: room.id }, body: { clientMessageId: freshId(), content: 'x' } });
    const begin = Date.now();
    const answers = await Promise.all(Array.from({ length: 12 }, post));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(12 - refused.length).toBeLessThanOrEqual(mostTaken(begin));
    for (const answer of refused) expectLimited(answer);
  });

  it('count what a person posts and what they send together', async () => {
    const { person, room } = await newTalker();
    const line = await person.chat();
    const post = () =>
      person.call('POST /api/v1/chatrooms/:id/messages', { params: { id: room.id }, body: { clientMessageId: freshId(), content: 'x' } });
    const begin = Date.now();
    const [replies, answers] = await Promise.all([
      Promise.all(Array.from({ length: 6 }, () => line.ask<Message>('send-message', draft(room)))),
      Promise.all(Array.from({ length: 6 }, post)),
    ]);
    const taken = replies.filter(({ ok }) => ok).length + answers.filter(({ status }) => status === 201).length;
    expect(taken).toBeGreaterThanOrEqual(6);
    expect(taken).toBeLessThanOrEqual(mostTaken(begin));
  });

  it('limit joins of a connection', async () => {
    const { person, room, spaceId } = await newTalker();
    const [chat, world] = [await person.chat(), await person.world(spaceId)];
    const joins = await Promise.all(Array.from({ length: 6 }, () => chat.ask('join-room', { roomId: room.id })));
    expect(joins.filter(({ ok }) => ok)).toHaveLength(3);
    for (const reply of joins.slice(3)) expectRefused(reply, 'rate_limited');
    const entries = await Promise.all(Array.from({ length: 6 }, () => world.ask('join', { spaceId })));
    for (const reply of entries.slice(3)) expectRefused(reply, 'rate_limited');
  });

  it('limit typing without a word', async () => {
    const [writer, reader] = [await newTalker(), await newTalker()];
    const [line, others] = [await writer.person.chat(), await reader.person.chat()];
    expectOk(await line.ask('join-room', { roomId: writer.room.id }));
    expectOk(await others.ask('join-room', { roomId: writer.room.id }));
    const begin = Date.now();
    for (let i = 0; i < 10; i += 1) line.tell('typing', { roomId: writer.room.id });
    expectOk(await line.ask('send-message', draft(writer.room)));
    await others.next('receive-message');
    expect(others.heard('user-typing').length).toBeLessThanOrEqual(2 + Math.floor((2 * (Date.now() - begin)) / 1_000));
    expect(others.heard('user-typing').length).toBeGreaterThanOrEqual(1);
  });

  it('close a connection that floods, and no other', async () => {
    const { person, room, spaceId } = await newTalker();
    for (const line of [await person.chat(), await person.world(spaceId)]) {
      const calm = await person.chat();
      for (let i = 0; i < 200; i += 1) line.tell('stop-typing', { roomId: room.id });
      await line.ended;
      expectOk(await calm.ask('get-messages', { roomId: room.id }));
    }
  });
});
