import { describe, expect, it } from 'vitest';
import { createHeldKeys } from './held-keys.ts';

describe('held keys', () => {
  it('lead where they point, two of them diagonally', () => {
    const keys = createHeldKeys();
    keys.press('ArrowUp');
    expect(keys.heading()).toEqual({ dx: 0, dy: -1 });
    keys.press('KeyD');
    expect(keys.heading()).toEqual({ dx: 1, dy: -1 });
    keys.release('ArrowUp');
    expect(keys.heading()).toEqual({ dx: 1, dy: 0 });
  });

  it('cancel each other and do not add up', () => {
    const keys = createHeldKeys();
    keys.press('ArrowLeft');
    keys.press('KeyD');
    expect(keys.heading()).toBeNull();
    keys.releaseAll();
    keys.press('ArrowDown');
    keys.press('KeyS');
    expect(keys.heading()).toEqual({ dx: 0, dy: 1 });
  });

  it('know which keys walk', () => {
    const keys = createHeldKeys();
    expect(keys.press('KeyC')).toBe(false);
    expect(keys.press('KeyW')).toBe(true);
    expect(keys.release('toString')).toBe(false);
  });
});
