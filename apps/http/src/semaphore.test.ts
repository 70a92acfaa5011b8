import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSemaphore } from './semaphore.ts';

const held = () => {
  let release = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
};

describe('semaphore', () => {
  it('never runs more at a time than it may, and runs all of it in order', async () => {
    const semaphore = createSemaphore({ running: 2, waiting: 10 });
    const gates = Array.from({ length: 5 }, held);
    const started: number[] = [];
    const all = gates.map((gate, i) =>
      semaphore(async () => {
        started.push(i);
        await gate.promise;
      }),
    );

    await setImmediate();
    expect(started).toEqual([0, 1]);
    gates[1]?.release();
    await all[1];
    await setImmediate();
    expect(started).toEqual([0, 1, 2]);
    for (const gate of gates) gate.release();
    await Promise.all(all);
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });

  it('turns away what would wait too long', async () => {
    const semaphore = createSemaphore({ running: 1, waiting: 1 });
    const gate = held();
    const first = semaphore(() => gate.promise);
    const second = semaphore(() => Promise.resolve('second'));
    await expect(semaphore(() => Promise.resolve('third'))).rejects.toMatchObject({ code: 'unavailable' });
    gate.release();
    await first;
    await expect(second).resolves.toBe('second');
  });

  it('goes on after a failure', async () => {
    const semaphore = createSemaphore({ running: 1, waiting: 1 });
    await expect(semaphore(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(semaphore(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});
