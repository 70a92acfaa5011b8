import type { Message } from '@metaverse/contracts';
import { silentLogger } from '@metaverse/service-kit';
import { eventually, seededRandom } from '@metaverse/test-kit';
import { afterEach, expect, test } from 'vitest';
import { createOrderedDelivery, type OrderedDelivery } from './ordered-delivery.ts';

const roomId = 'room';
/** Only what the delivery looks at. */
const message = (seq: number): Message => ({ roomId, seq }) as Message;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

let delivery: OrderedDelivery;
afterEach(() => delivery.stop());

function start(stored: () => readonly number[]): number[] {
  const emitted: number[] = [];
  delivery = createOrderedDelivery({
    emit: ({ seq }) => void emitted.push(seq),
    hasListeners: () => true,
    load: (_, afterSeq) =>
      Promise.resolve(
        stored()
          .filter((seq) => seq > afterSeq)
          .map(message),
      ),
    lastSeqs: () => Promise.resolve(new Map([[roomId, stored().at(-1) ?? 0]])),
    log: silentLogger(),
  });
  delivery.startAt(roomId, 0);
  return emitted;
}

test('[CH6] puts what comes in any order, and twice, into the order of seq, each once', () => {
  const random = seededRandom(7);
  const emitted = start(() => []);
  const arrivals = [...upTo(50), ...upTo(50)].map((seq) => ({ seq, at: random() })).sort((a, b) => a.at - b.at);
  for (const { seq } of arrivals) delivery.deliver(message(seq));
  expect(emitted).toEqual(upTo(50));
});

test('reads what never comes from the database', async () => {
  const emitted = start(() => upTo(4));
  delivery.deliver(message(1));
  delivery.deliver(message(4));
  expect(emitted).toEqual([1]);
  await eventually(() => emitted.length === 4);
  delivery.deliver(message(2));
  expect(emitted).toEqual(upTo(4));
});

test('catches up with what nobody announced', async () => {
  const emitted = start(() => upTo(3));
  await delivery.catchUp();
  expect(emitted).toEqual(upTo(3));
});
