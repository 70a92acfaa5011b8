import type { Message } from '@metaverse/contracts';

/** A run of messages without a gap, and what was received beyond a gap. Both ascend by `seq`. */
export type MessageWindow = { messages: readonly Message[]; ahead: readonly Message[] };

const isSameVersion = (a: Message, b: Message): boolean => a.id === b.id && a.editedAt === b.editedAt && a.deletedAt === b.deletedAt;

/** The run of neighbouring seqs around `from`..`to`, as far as `known` reaches. */
function grow(known: ReadonlyMap<number, Message>, from: number, to: number): Message[] {
  let first = from;
  let last = to;
  while (known.has(first - 1)) first -= 1;
  while (known.has(last + 1)) last += 1;

  const run: Message[] = [];
  for (let seq = first; seq <= last; seq += 1) {
    const message = known.get(seq);
    if (message !== undefined) run.push(message);
  }
  return run;
}

/**
 * Takes messages into a loaded window, in whatever order and however often they come: [CH2]
 * what continues the run joins it, what lies beyond a gap waits in `ahead`, what lies before the run with a gap is dropped
 * (paging back brings it). The same window comes back when nothing changed.
 */
export function takeIn(window: MessageWindow, incoming: readonly Message[]): MessageWindow {
  const first = window.messages[0]?.seq ?? 1;
  const last = window.messages.at(-1)?.seq ?? 0;
  const known = new Map([...window.messages, ...window.ahead].map((message) => [message.seq, message]));
  let isChanged = false;
  for (const message of incoming) {
    const before = known.get(message.seq);
    if (before !== undefined && isSameVersion(before, message)) continue;
    known.set(message.seq, message);
    isChanged = true;
  }
  if (!isChanged) return window;

  const messages = grow(known, first, last);
  const newLast = messages.at(-1)?.seq ?? 0;
  const ahead = [...known.values()].filter((message) => message.seq > newLast).sort((a, b) => a.seq - b.seq);
  return { messages, ahead };
}

/** A window that begins with the latest page; what arrived while it was fetched is kept. */
export function startWindow(latest: readonly Message[], ahead: readonly Message[]): MessageWindow {
  const messages = latest.toSorted((a, b) => a.seq - b.seq);
  return takeIn({ messages, ahead: [] }, ahead);
}
