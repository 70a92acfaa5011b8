import { eventually } from '@metaverse/test-kit';
import type { LoadResult } from '../harness/measure.ts';
import type { Person } from '../harness/people.ts';
import { onCall } from '../harness/rpc.ts';
import { percentile } from '../harness/stats.ts';
import type { Line } from '../lines/line.ts';
import { markedContent, markIn } from './marks.ts';
import { type ChatPlace, type ChatWireName, chatWires } from './wires.ts';

// The load generator of chat: people in one room who write in turns, at times that were fixed before the first was sent.

export type ChatCrowd = { wire: ChatWireName; place: ChatPlace; people: Person[] };
export type ChatRun = { rate: number; seconds: number };

/** What is on its way when the last message was sent has this long to arrive. */
const DRAIN_TIMEOUT_MS = 10_000;

let crowd: ChatCrowd;
let lines: Line[] = [];
let onAnswer: (number: number, text: string) => void = () => undefined;
/** The numbers that each person was delivered in this run. */
let delivered: Set<number>[] = [];
let doubled = 0;

const hear = (listener: number, text: string): void => {
  if (!text.startsWith(chatWires[crowd.wire].delivery)) return;
  const number = markIn(text);
  const mine = delivered[listener];
  if (number === null || !mine) return;
  if (mine.has(number)) doubled += 1;
  mine.add(number);
};

const ask = (line: Line, [event, payload]: readonly [string, unknown]): Promise<void> =>
  new Promise((resolve) => {
    onAnswer = () => resolve();
    line.send(event, payload, 0);
  });

onCall('open', async (opened: ChatCrowd) => {
  crowd = opened;
  const { open, join } = chatWires[crowd.wire];
  for (const [index, person] of crowd.people.entries()) {
    const line = await open(crowd.place, person, { onEvent: (text) => hear(index, text), onAck: (id, text) => onAnswer(id, text) });
    lines = [...lines, line];
    const joining = join(crowd.place);
    if (joining) await ask(line, joining);
  }
});

onCall('run', async ({ rate, seconds }: ChatRun): Promise<LoadResult> => {
  const { message } = chatWires[crowd.wire];
  const total = Math.round(rate * seconds);
  const latenciesMs: number[] = [];
  const refusals: string[] = [];
  delivered = lines.map(() => new Set());
  doubled = 0;
  const bytesBefore = lines.reduce((sum, line) => sum + line.bytesIn(), 0);
  const startMs = performance.now();
  const intendedMs = (number: number): number => startMs + (number * 1_000) / rate;
  let lastAnswerMs = startMs;
  onAnswer = (number, text) => {
    lastAnswerMs = performance.now();
    latenciesMs.push(lastAnswerMs - intendedMs(number));
    if (text.includes('"ok":false')) refusals.push(text);
  };

  await new Promise<void>((resolve) => {
    let next = 0;
    const sendDue = (): void => {
      for (; next < total && intendedMs(next) <= performance.now(); next += 1) {
        lines[next % lines.length]?.send(...message(crowd.place, markedContent(next)), next);
      }
      if (next < total) setTimeout(sendDue, 1);
      else resolve();
    };
    sendDue();
  });

  const expected = total * lines.length;
  const deliveries = (): number => delivered.reduce((sum, { size }) => sum + size, 0);
  await eventually(() => latenciesMs.length === total && deliveries() === expected, { timeoutMs: DRAIN_TIMEOUT_MS }).catch(() => undefined);
  const bytes = lines.reduce((sum, line) => sum + line.bytesIn(), 0) - bytesBefore;
  return {
    metrics: {
      ackP50Ms: percentile(latenciesMs, 0.5),
      ackP99Ms: percentile(latenciesMs, 0.99),
      ackMaxMs: latenciesMs.reduce((max, each) => Math.max(max, each), 0),
      acksPerSecond: (latenciesMs.length * 1_000) / (lastAnswerMs - startMs),
      bytesPerDelivery: bytes / Math.max(1, deliveries()),
    },
    deliveries: deliveries(),
    failures: [
      ...(latenciesMs.length === total ? [] : [`${String(latenciesMs.length)} of ${String(total)} messages were answered`]),
      ...(refusals[0] === undefined ? [] : [`${String(refusals.length)} messages were refused, one with ${refusals[0]}`]),
      ...(deliveries() === expected ? [] : [`${String(deliveries())} of ${String(expected)} deliveries came`]),
      ...(doubled === 0 ? [] : [`${String(doubled)} deliveries came twice`]),
    ],
  };
});
