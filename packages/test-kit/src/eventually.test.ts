import { expect, test, vi } from 'vitest';
import { eventually } from './eventually.ts';

test('gives back what the check returned once it stopped failing', async () => {
  const check = vi.fn<() => string>().mockImplementationOnce(() => {
    throw new Error('not yet');
  });
  check.mockReturnValue('there');
  expect(await eventually(check, { intervalMs: 1 })).toBe('there');
  expect(check).toHaveBeenCalledTimes(2);
});

test('takes false for not yet, and no other value', async () => {
  const answers = [false, false, 0];
  expect(await eventually(() => answers.shift() ?? -1, { intervalMs: 1 })).toBe(0);
});

test('throws the last failure when the time is over', async () => {
  let attempts = 0;
  const failing = eventually(() => Promise.reject(new Error(`attempt ${++attempts}`)), { timeoutMs: 20, intervalMs: 1 });
  await expect(failing).rejects.toThrow(/^attempt \d+$/);
  await expect(failing).rejects.toThrow(`attempt ${attempts}`);
  expect(attempts).toBeGreaterThan(1);
});
