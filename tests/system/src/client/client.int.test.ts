import { type Bot, createBot, type RoomState, unreadCount } from '@metaverse/client';
import { eventually, seededRandom } from '@metaverse/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStandalone } from '../protocol/harness/start-standalone.ts';
import type { Target } from '../protocol/harness/start-standalone.ts';
import { type CutLine, startCutLine } from './cut-line.ts';

let target: Target;
let line: CutLine;
/** Ada's line can be cut, Bob's cannot. */
let ada: Bot;
let bob: Bot;
let spaceId: string;

const personAt = (url: string, name: string, seed: number): Promise<Bot> =>
  createBot({ url, username: name, password: 'a lantern at the pier', random: seededRandom(seed), isChecked: true });

beforeAll(async () => {
  target = await startStandalone({ LIMIT_MESSAGES: '1000', LIMIT_MESSAGES_BURST: '1000', LIMIT_JOINS: '100' });
  line = await startCutLine(target.baseUrl);
  [ada, bob] = await Promise.all([personAt(line.url, 'ada', 1), personAt(target.baseUrl, 'bob', 2)]);
  spaceId = (await bob.api.createSpace({ body: { name: 'Pier', width: 30, height: 20 } })).id;
});
afterAll(async () => {
  ada.stop();
  bob.stop();
  line.stop();
  await target.stop();
});

const roomOf = (bot: Bot, roomId: string): RoomState => {
  const room = bot.chat.store.getSnapshot().rooms[roomId];
  if (room === undefined) throw new Error('the room is not known');
  return room;
};
const textsOf = (bot: Bot, roomId: string): string[] => roomOf(bot, roomId).messages.map(({ content }) => content);

/** A room of its own, open for both. */
async function openRoom(name: string): Promise<string> {
  const room = await bob.api.createSpaceChatroom({ params: { id: spaceId }, body: { name, visibility: 'public' } });
  for (const bot of [ada, bob]) {
    bot.chat.enterSpace(spaceId);
    bot.chat.openRoom(room.id);
  }
  await eventually(() => [ada, bob].every((bot) => bot.chat.store.getSnapshot().rooms[room.id]?.isLoaded === true), { timeoutMs: 15_000 });
  return room.id;
}

describe('the chat client', () => {
  test('gets exactly what was written while it was cut off, and sends its own in order', async () => {
    const roomId = await openRoom('cut');
    await bob.say(roomId, 'before');
    await eventually(() => textsOf(ada, roomId).length === 1);

    line.cut();
    await eventually(() => ada.chat.store.getSnapshot().connection === 'offline');
    for (const text of ['one', 'two', 'three']) await bob.say(roomId, text);
    for (const text of ['a', 'b', 'c']) ada.chat.send(roomId, text);
    expect(roomOf(ada, roomId).pending.map(({ status }) => status)).toEqual(['sending', 'sending', 'sending']);
    line.mend();

    const all = ['before', 'one', 'two', 'three', 'a', 'b', 'c'];
    await eventually(
      () => {
        expect(textsOf(ada, roomId)).toEqual(all);
        expect(textsOf(bob, roomId)).toEqual(all);
      },
      { timeoutMs: 20_000 },
    );
    expect(roomOf(ada, roomId).pending).toEqual([]);
  });

  test.each([11, 12, 13])(
    '[CH2] [CH5] keeps one order for all and each message once, however often the line breaks (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const roomId = await openRoom(`storm-${seed}`);
      const written = { ada: [] as string[], bob: [] as string[] };
      for (let round = 0; round < 25; round += 1) {
        const who = random() < 0.5 ? 'ada' : 'bob';
        written[who].push(`${who} ${round}`);
        (who === 'ada' ? ada : bob).chat.send(roomId, `${who} ${round}`);
        const chance = random();
        if (chance < 0.2) line.cut();
        else if (chance < 0.6) line.mend();
        // Now and then what was sent arrives before the line breaks, now and then only half of it.
        if (random() < 0.5) await eventually(() => roomOf(bob, roomId).pending.length === 0);
        ada.chat.wake();
      }
      line.mend();

      await eventually(
        () => {
          ada.chat.wake();
          expect(textsOf(bob, roomId)).toHaveLength(25);
          expect(textsOf(ada, roomId)).toEqual(textsOf(bob, roomId));
        },
        { timeoutMs: 30_000 },
      );
      expect(textsOf(ada, roomId).filter((text) => text.startsWith('ada'))).toEqual(written.ada);
      expect(textsOf(ada, roomId).filter((text) => text.startsWith('bob'))).toEqual(written.bob);
      expect(roomOf(ada, roomId).pending).toEqual([]);
    },
  );

  test('counts what is unread in a room that is not open, and pages back to its beginning', async () => {
    const roomId = await openRoom('long');
    ada.chat.closeRoom(roomId);
    for (let index = 1; index <= 120; index += 1) bob.chat.send(roomId, `line ${index}`);
    await eventually(() => unreadCount(roomOf(ada, roomId)) === 120, { timeoutMs: 20_000 });

    // Somebody who comes anew has the latest page, and the rest when asked for.
    const cleo = await personAt(target.baseUrl, `cleo-${Date.now()}`, 3);
    cleo.chat.openRoom(roomId);
    await eventually(() => textsOf(cleo, roomId).length === 50);
    while (textsOf(cleo, roomId).length < 120) await cleo.chat.loadOlder(roomId);
    expect(textsOf(cleo, roomId)).toEqual(Array.from({ length: 120 }, (_, index) => `line ${index + 1}`));
    cleo.stop();
  });

  test('says why a message was refused, and drops the room when taken out of it', async () => {
    const room = await bob.api.createSpaceChatroom({ params: { id: spaceId }, body: { name: 'closed', visibility: 'private' } });
    await ada.api.joinSpace({ params: { id: spaceId } });
    await bob.api.addChatroomMember({ params: { id: room.id }, body: { userId: ada.me.id } });
    await eventually(() => ada.chat.store.getSnapshot().rooms[room.id]?.isListening === true);
    await ada.say(room.id, 'I am in');
    await expect(ada.say(room.id, 'x'.repeat(16_001))).rejects.toThrow('invalid_payload');

    await bob.api.removeChatroomMember({ params: { id: room.id, userId: ada.me.id } });
    await eventually(() => ada.chat.store.getSnapshot().rooms[room.id] === undefined);
  });
});

describe('the world client', () => {
  test.each(['binary', 'json'] as const)('sees others come, walk smoothly and leave (%s)', async (encoding) => {
    const eve = await createBot({
      url: target.baseUrl,
      username: `eve-${encoding}`,
      password: 'a lantern at the pier',
      random: seededRandom(5),
      encoding,
      isChecked: true,
    });
    const world = await eve.enterSpace(spaceId);
    const bobs = await bob.enterSpace(spaceId);
    await eventually(() => world.players.getSnapshot().some(({ userId }) => userId === bob.me.id));
    await eventually(() => world.roster.getSnapshot().some(({ userId }) => userId === bob.me.id));

    const goal = { x: 28, y: 18 };
    expect(bobs.walkTo(goal)).toBe(true);
    const drawn = new Set<string>();
    await eventually(
      () => {
        bobs.advance();
        const { x, y } = world.positionOf(bob.me.id) ?? { x: 0, y: 0 };
        drawn.add(`${x.toFixed(3)} ${y.toFixed(3)}`);
        expect({ x, y }).toEqual(goal);
      },
      { timeoutMs: 15_000, intervalMs: 10 },
    );
    // A walk of many tiles shows many places between them.
    expect(drawn.size).toBeGreaterThan(40);
    expect(bobs.self()).toMatchObject(goal);

    bob.rest();
    await bobs.leave();
    await eventually(() => world.players.getSnapshot().length === 0);
    eve.stop();
  });

  test('comes back to the same place after a cut, and gives way to another connection of the same person', async () => {
    const world = await ada.enterSpace(spaceId);
    const from = world.self();
    world.steer({ dx: -1, dy: 0 });
    await eventually(() => {
      world.advance();
      return (world.self()?.x ?? 0) < (from?.x ?? 0);
    });
    world.halt();
    const { x = -1, y = -1 } = world.self() ?? {};
    await eventually(() => {
      expect(world.ownPosition()).toMatchObject({ x, y, isWalking: false });
    });

    line.cut();
    await eventually(() => world.status.getSnapshot().connection === 'offline');
    line.mend();
    await eventually(() => world.status.getSnapshot().isJoined, { timeoutMs: 15_000 });
    expect(world.status.getSnapshot().self).toMatchObject({ x, y });

    const second = await personAt(target.baseUrl, 'ada', 9);
    await second.enterSpace(spaceId);
    await eventually(() => {
      expect(world.status.getSnapshot()).toMatchObject({ connection: 'ended', end: { kind: 'kicked', reason: 'taken-over' } });
    });
    second.stop();
  });

  test('says that it is not let into a space that is not there', async () => {
    await expect(bob.enterSpace(crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
  });
});
