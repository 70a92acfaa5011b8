import { eventually } from '@metaverse/test-kit';
import { expect, it } from 'vitest';
import { openChatLine } from '../harness/chat-line.ts';
import { blockedOn, holdingRows } from '../harness/locks.ts';
import { makePerson, makeSpace } from '../harness/people.ts';
import { countedIn, outboxSize, upTo } from '../harness/stored.ts';
import { crash, type System, urlOf } from '../harness/system.ts';
import { unhandledEvents } from '../harness/topic.ts';

const GROUP = 'kafka-consumer.activity';
/** A killed member keeps its partitions until its session ends; Kafka itself takes its time to begin again. */
const REJOIN = { timeoutMs: 75_000 };
const CURSORS = 'SELECT key, seq FROM handler_cursors';

export const activityCases = (theSystem: () => System): void => {
  it('counts every message once, killed in the middle of a batch and between its work and its offset', { timeout: 300_000 }, async () => {
    const system = theSystem();
    const consumer = system.process('kafka-consumer');
    const owner = await makePerson(system);
    const { space, room } = await makeSpace(owner);
    const line = await openChatLine(urlOf(system.process('chat-socket-2')), owner);
    let written = 0;
    const write = async (count: number): Promise<void> => {
      await Promise.all(upTo(count).map((number) => line.send(room.id, `message ${written + number}`)));
      written += count;
    };
    const expectCounted = () => eventually(async () => expect(await countedIn(system, space.id)).toBe(written), REJOIN);
    const lockedCursor = `${CURSORS} WHERE handler = 'activity' AND key = '${room.id}' FOR UPDATE`;
    const inTheMiddle = () => eventually(() => blockedOn(system, CURSORS), REJOIN);
    const allPublished = () => eventually(async () => expect(await outboxSize(system)).toBe(0), REJOIN);
    await write(1);
    await expectCounted();

    // The batch's transaction is open and has counted nothing yet.
    await holdingRows(system, lockedCursor, async () => {
      await write(50);
      await inTheMiddle();
      await crash(consumer);
    });
    await write(20);
    expect(await countedIn(system, space.id)).toBe(1);
    await consumer.restart();
    await expectCounted();

    const counted = written;
    // The transaction commits, and Kafka does not hear of it: what was on its way to the paused broker dies with that.
    await holdingRows(system, lockedCursor, async () => {
      await write(50);
      await inTheMiddle();
      await allPublished();
      await system.servers.kafka.kill('SIGSTOP');
    });
    await eventually(async () => expect(await countedIn(system, space.id)).toBeGreaterThan(counted), REJOIN);
    await crash(consumer);
    await system.servers.kafka.kill('SIGKILL');
    await system.servers.kafka.restart();
    expect(await unhandledEvents(system.kafkaBrokers, GROUP)).toBeGreaterThanOrEqual(50);
    await consumer.restart();
    await write(20);
    await allPublished();
    await eventually(async () => expect(await unhandledEvents(system.kafkaBrokers, GROUP)).toBe(0), REJOIN);
    await expectCounted();
    line.close();
  });
};
