import { describe, expect, it } from 'vitest';
import { createBoundedCache } from './bounded-cache.ts';

const counting = () => {
  const made: string[] = [];
  const cache = createBoundedCache<string>({ maxBytes: 10, sizeOf: (text) => text.length });
  const get = (key: string, value: string) =>
    cache.get(key, () => {
      made.push(key);
      return Promise.resolve(value);
    });
  return { made, get, cache };
};

describe('bounded cache', () => {
  it('makes a thing once, however many ask at the same time', async () => {
    const { made, get } = counting();
    expect(await Promise.all([get('a', 'one'), get('a', 'two'), get('a', 'three')])).toEqual(['one', 'one', 'one']);
    expect(await get('a', 'four')).toBe('one');
    expect(made).toEqual(['a']);
  });

  it('drops what was not used for longest when it grows over its size', async () => {
    const { made, get } = counting();
    await get('a', 'xxxx');
    await get('b', 'xxxx');
    await get('a', 'xxxx');
    await get('c', 'xxxx');
    await get('a', 'xxxx');
    await get('b', 'xxxx');
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('forgets a failure', async () => {
    const { cache, get } = counting();
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await get('a', 'yes')).toBe('yes');
  });
});
