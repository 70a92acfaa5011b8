import type { Message } from '@metaverse/contracts';
import { eventually } from '@metaverse/test-kit';
import { describe, expect, it } from 'vitest';
import { ApiError, type FailureCode, networkError } from '../http/api-error.ts';
import { Outbox } from './outbox.ts';
import { createMemoryOutbox, type OutboxEntry } from './outbox-storage.ts';

const refusal = (code: FailureCode, retryAfterSeconds?: number) => new ApiError({ code, message: code, status: 400, retryAfterSeconds });

/** The server's part: what it has stored, and what it answers next instead. */
function setUp() {
  const storage = createMemoryOutbox();
  const stored: string[] = [];
  const refused: string[] = [];
  const attempts: string[] = [];
  const answers: (Error | 'stored-but-lost')[] = [];
  const link = { isOnline: true };

  const send = async (entry: OutboxEntry): Promise<Message> => {
    await Promise.resolve();
    attempts.push(entry.clientMessageId);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    if (!stored.includes(entry.clientMessageId)) stored.push(entry.clientMessageId);
    if (answer === 'stored-but-lost') throw networkError();
    // Only what the outbox reads of it.
    return { roomId: entry.roomId, clientMessageId: entry.clientMessageId } as Message;
  };
  const create = () =>
    new Outbox({
      storage,
      send,
      canSend: () => link.isOnline,
      onStored: () => undefined,
      onRefused: ({ clientMessageId }) => refused.push(clientMessageId),
      // The shortest waiting times.
      random: () => 0,
    });
  return { storage, stored, refused, attempts, answers, link, create };
}

const draft = (clientMessageId: string, roomId = 'r') => ({ clientMessageId, roomId, content: clientMessageId, writtenAt: 0 });

describe('the outbox', () => {
  it('keeps the order of a room when the first message fails for a while', async () => {
    const { create, answers, stored } = setUp();
    answers.push(refusal('unavailable'), refusal('rate_limited', 0.05));
    const outbox = create();
    for (const id of ['a', 'b', 'c']) outbox.add(draft(id));
    await eventually(() => {
      expect(stored).toEqual(['a', 'b', 'c']);
    });
  });

  it('holds everything while offline, and a second life sends it in order', async () => {
    const { create, link, storage, stored } = setUp();
    link.isOnline = false;
    const first = create();
    for (const id of ['a', 'b', 'c']) first.add(draft(id));
    await eventually(async () => {
      expect(await storage.load()).toHaveLength(3);
    });

    link.isOnline = true;
    const second = create();
    expect((await second.restore()).map(({ clientMessageId }) => clientMessageId)).toEqual(['a', 'b', 'c']);
    second.add(draft('d'));
    second.flush();
    await eventually(() => {
      expect(stored).toEqual(['a', 'b', 'c', 'd']);
    });
    await eventually(async () => {
      expect(await storage.load()).toEqual([]);
    });
  });

  it('sends again under the same id what was stored while the answer was lost', async () => {
    const { create, answers, stored, attempts } = setUp();
    answers.push('stored-but-lost');
    create().add(draft('a'));
    await eventually(() => {
      expect(attempts).toEqual(['a', 'a']);
    });
    expect(stored).toEqual(['a']);
  });

  it('sets a refused message aside, goes on with the next, and sends it on demand', async () => {
    const { create, answers, stored, refused, storage } = setUp();
    answers.push(refusal('forbidden'));
    const outbox = create();
    outbox.add(draft('a'));
    outbox.add(draft('b'));
    await eventually(() => {
      expect(stored).toEqual(['b']);
    });
    expect(refused).toEqual(['a']);
    expect((await storage.load()).map(({ failure }) => failure?.code)).toEqual(['forbidden']);

    outbox.retry('a');
    await eventually(() => {
      expect(stored).toEqual(['b', 'a']);
    });
  });

  it('gives up after the third internal error', async () => {
    const { create, answers, attempts, refused } = setUp();
    answers.push(refusal('internal'), refusal('internal'), refusal('internal'));
    create().add(draft('a'));
    await eventually(() => {
      expect(refused).toEqual(['a']);
    });
    expect(attempts).toHaveLength(3);
  });

  it('lets one room wait without the others', async () => {
    const { create, answers, stored } = setUp();
    answers.push(refusal('rate_limited', 60));
    const outbox = create();
    outbox.add(draft('a', 'slow'));
    outbox.add(draft('b', 'quick'));
    await eventually(() => {
      expect(stored).toEqual(['b']);
    });
    outbox.stop();
  });
});
