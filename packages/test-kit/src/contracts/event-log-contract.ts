import { randomUUID } from 'node:crypto';
import type { DeadLetter, Envelope, OutgoingEvent } from '@metaverse/contracts';
import { type EventLog, outgoingEvent } from '@metaverse/service-kit';
import { afterEach, describe, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';

/** An event log with nothing in it. */
export type EventLogUnderTest = {
  log: EventLog;
  /** What was parked so far. */
  deadLetters: () => Promise<DeadLetter[]>;
};

/** A broker makes topics and forms groups before it delivers the first event. */
const PATIENT = { timeoutMs: 45_000 };
const TEST_TIMEOUT_MS = 60_000;

const joined = (key: string): OutgoingEvent =>
  outgoingEvent('user-events', { type: 'space.joined', payload: { userId: key, spaceId: randomUUID() } }, { key, producer: 'test' });
const eventsOf = (keys: readonly string[], count: number): OutgoingEvent[] =>
  Array.from({ length: count }, (_, index) => joined(keys[index % keys.length] ?? ''));

/** What every implementation of `EventLog` keeps to. */
export const describeEventLog = (name: string, make: () => Promise<EventLogUnderTest>): void => {
  describe(`the event log: ${name}`, { timeout: TEST_TIMEOUT_MS }, () => {
    let used: EventLog | undefined;
    afterEach(async () => {
      await used?.stop();
      used = undefined;
    });

    const fresh = async (): Promise<EventLogUnderTest> => {
      const made = await make();
      used = made.log;
      return made;
    };

    const collect = (log: EventLog, group: string, fail: (envelope: Envelope) => void = () => undefined): Envelope[] => {
      const taken: Envelope[] = [];
      const handle = (batch: readonly Envelope[]): Promise<void> => {
        for (const envelope of batch) fail(envelope);
        taken.push(...batch);
        return Promise.resolve();
      };
      log.subscribe({ group, topics: ['user-events'], handle });
      return taken;
    };

    test('gives every group every event, in order per key', async () => {
      const { log } = await fresh();
      const [one, other] = [collect(log, 'one'), collect(log, 'other')];
      await log.start();
      const keys = [randomUUID(), randomUUID(), randomUUID()];
      const events = eventsOf(keys, 90);
      for (let start = 0; start < events.length; start += 30) await log.publish(events.slice(start, start + 30));

      for (const taken of [one, other]) {
        await eventually(() => taken.length >= events.length, PATIENT);
        for (const key of keys) {
          const expected = events.map(({ envelope }) => envelope).filter((envelope) => envelope.key === key);
          expect(taken.filter((envelope) => envelope.key === key)).toEqual(expected);
        }
      }
      expect(await log.isHealthy()).toBe(true);
    });

    test('gives a group the topics that it asked for', async () => {
      const { log } = await fresh();
      const messages: Envelope[] = [];
      log.subscribe({
        group: 'messages',
        topics: ['message'],
        handle: (batch) => {
          messages.push(...batch);
          return Promise.resolve();
        },
      });
      const others = collect(log, 'users');
      await log.start();
      await log.publish(eventsOf([randomUUID()], 3));
      await eventually(() => others.length === 3, PATIENT);
      expect(messages).toEqual([]);
    });

    test('gives a batch again when its handler failed', async () => {
      const { log, deadLetters } = await fresh();
      let failures = 2;
      const taken = collect(log, 'stumbling', () => {
        if (failures === 0) return;
        failures -= 1;
        throw new Error('not now');
      });
      await log.start();
      const events = eventsOf([randomUUID()], 5);
      await log.publish(events);
      await eventually(() => taken.length >= events.length, PATIENT);
      expect(taken).toEqual(events.map(({ envelope }) => envelope));
      expect(await deadLetters()).toEqual([]);
    });

    test('waits for a dependency that is away instead of giving events up', async () => {
      const { log, deadLetters } = await fresh();
      let outages = 5;
      const taken = collect(log, 'waiting', () => {
        if (outages === 0) return;
        outages -= 1;
        throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      });
      await log.start();
      const published = log.publish(eventsOf([randomUUID()], 1));
      await eventually(() => taken.length === 1, PATIENT);
      await published;
      expect(await deadLetters()).toEqual([]);
    });

    test('parks what cannot be handled, with the reason, and goes on', async () => {
      const { log, deadLetters } = await fresh();
      const events = eventsOf([randomUUID()], 5);
      const poison = events[2]?.envelope;
      const taken = collect(log, 'picky', (envelope) => {
        if (envelope.id === poison?.id) throw new Error('cannot take this');
      });
      await log.start();
      await log.publish(events);

      const letters = await eventually(async () => {
        const parked = await deadLetters();
        expect(parked).toHaveLength(1);
        return parked;
      }, PATIENT);
      await eventually(() => new Set(taken.map(({ id }) => id)).size === 4, PATIENT);
      expect(letters[0]).toMatchObject({ ...poison, error: 'Error: cannot take this', attempts: 4 });
      expect(letters[0]?.source.topic).toMatch(/user-events$/);
      expect(taken.map(({ id }) => id)).toEqual(events.map(({ envelope }) => envelope.id).filter((id) => id !== poison?.id));
    });

    test('says how much each group has still to handle', async () => {
      const { log } = await fresh();
      let isAway = true;
      const taken = collect(log, 'slow', () => {
        if (isAway) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
      });
      await log.start();
      const published = log.publish(eventsOf([randomUUID(), randomUUID()], 7));
      const waiting = (events: number) => [{ group: 'slow', topic: 'user-events', events }];
      await eventually(async () => expect(await log.backlog()).toEqual(waiting(7)), PATIENT);
      isAway = false;
      await published;
      await eventually(() => taken.length === 7, PATIENT);
      await eventually(async () => expect(await log.backlog()).toEqual(waiting(0)), PATIENT);
    });

    test('stops twice, and takes nothing after that', async () => {
      const { log } = await fresh();
      await log.start();
      await log.stop();
      await log.stop();
      await expect(log.publish(eventsOf([randomUUID()], 1))).rejects.toThrow();
    });
  });
};
