import { newId } from '@metaverse/db';
import { eventually } from '@metaverse/test-kit';
import { expect, it } from 'vitest';
import { type ChatLine, openChatLine } from '../harness/chat-line.ts';
import { makePeople, makeSpace, type Person } from '../harness/people.ts';
import { countedIn, outboxSize, storedIn, upTo } from '../harness/stored.ts';
import { type System, urlOf } from '../harness/system.ts';
import { readPublished } from '../harness/topic.ts';

const WRITERS = 50;
const MESSAGES_EACH = 8;
/** Of the writers so many listen, on both instances. */
const LISTENERS = 4;

/** A writer with a connection to either instance; `home` is where most is written. */
type TwoFaced = { person: Person; home: ChatLine; away: ChatLine };

export const messageCases = (theSystem: () => System): void => {
  it('[CH1] [CH5] [CH6] fifty people write on two instances and over HTTP, much of it twice: stored once, numbered without a gap, heard by all, published once', async () => {
    const system = theSystem();
    const people = await makePeople(system, WRITERS);
    const [owner = people[0]] = people;
    if (!owner) throw new Error('nobody was made');
    const { space, room } = await makeSpace(owner);
    await Promise.all(people.map(({ api }) => api.joinChatroom({ params: { id: room.id } })));
    const urls = [urlOf(system.process('chat-socket-1')), urlOf(system.process('chat-socket-2'))] as const;
    const writers = await Promise.all(people.map((person, index) => connect(person, index % 2 === 0 ? urls : [urls[1], urls[0]])));
    const listening = writers.slice(0, LISTENERS).flatMap(({ home, away }) => [home, away]);
    await Promise.all(listening.map((line) => line.listen(room.id)));

    const answers = await Promise.all(
      writers.flatMap((writer) => upTo(MESSAGES_EACH).map((number) => writeOften(writer, room.id, number))),
    );

    const total = WRITERS * MESSAGES_EACH;
    for (const [first, ...repeats] of answers) for (const repeat of repeats) expect(repeat).toEqual(first);
    const stored = await storedIn(system, room.id);
    expect(stored.map(({ seq }) => seq)).toEqual(upTo(total));
    const acknowledged = answers.map(([first]) => first).sort((a, b) => (a?.seq ?? 0) - (b?.seq ?? 0));
    expect(stored.map(({ id, seq, clientMessageId }) => ({ id, seq, clientMessageId }))).toEqual(
      acknowledged.map((message) => ({ id: message?.id, seq: message?.seq, clientMessageId: message?.clientMessageId })),
    );

    for (const { heard } of listening) {
      await eventually(() => heard.length >= total, { timeoutMs: 20_000 });
      expect(heard.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
    }

    await eventually(async () => (await outboxSize(system)) === 0, { timeoutMs: 20_000 });
    const published = await readPublished(system.kafkaBrokers, room.id);
    expect(published.map(({ messageId, seq }) => ({ id: messageId, seq }))).toEqual(stored.map(({ id, seq }) => ({ id, seq })));
    expect(new Set(published.map(({ envelopeId }) => envelopeId)).size).toBe(total);
    await eventually(async () => expect(await countedIn(system, space.id)).toBe(total), { timeoutMs: 30_000 });
    for (const { home, away } of writers) [home, away].forEach((line) => line.close());
  });
};

async function connect(person: Person, [home, away]: readonly [string, string]): Promise<TwoFaced> {
  return { person, home: await openChatLine(home, person), away: await openChatLine(away, person) };
}

/** Sends one message at home, on the other instance or over HTTP, many of them on several ways at once. @returns all answers. */
async function writeOften({ person, home, away }: TwoFaced, roomId: string, number: number) {
  const clientMessageId = newId();
  const content = `${person.username} ${number}`;
  const atHome = () => home.send(roomId, content, clientMessageId);
  const elsewhere = () => away.send(roomId, content, clientMessageId);
  const overHttp = () => person.api.sendMessage({ params: { id: roomId }, body: { clientMessageId, content } });
  const ways = [
    [atHome],
    [atHome, atHome],
    [atHome, elsewhere],
    [overHttp],
    [overHttp, elsewhere],
    [elsewhere],
    [overHttp, atHome, elsewhere],
  ];
  const chosen = ways[number % ways.length] ?? [atHome];
  return Promise.all(chosen.map((way) => way()));
}
