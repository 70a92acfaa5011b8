import type { ChildProcess } from 'node:child_process';

type Call = { call: number; name: string; payload: unknown };
type Answer = { answer: number; value?: unknown; failure?: string };

const isCall = (message: unknown): message is Call => typeof message === 'object' && message !== null && 'call' in message;
const isAnswer = (message: unknown): message is Answer => typeof message === 'object' && message !== null && 'answer' in message;

/** In a child: answers what the parent asks for under this name. */
export function onCall<P>(name: string, handle: (payload: P) => unknown): void {
  process.on('message', (message) => {
    if (!isCall(message) || message.name !== name) return;
    const reply = (answer: Omit<Answer, 'answer'>): void => void process.send?.({ answer: message.call, ...answer });
    // The caller and the handler are written side by side: both know the shape.
    Promise.resolve()
      .then(() => handle(message.payload as P))
      .then(
        (value) => reply({ value }),
        (error: unknown) => reply({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
}

/** In the parent: asks a child; rejects with what failed there, or when it ends before it answers. */
export function createCaller(child: ChildProcess): <R>(name: string, payload?: unknown) => Promise<R> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  child.on('message', (message) => {
    if (!isAnswer(message)) return;
    const caller = waiting.get(message.answer);
    waiting.delete(message.answer);
    if (message.failure === undefined) caller?.resolve(message.value);
    else caller?.reject(new Error(message.failure));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the process ended before it answered'));
  });
  return <R>(name: string, payload?: unknown) =>
    new Promise<R>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
      child.send({ call: last, name, payload });
    });
}
