import { describe, expect, it } from 'vitest';
import { NO_INSETS } from '../scene/camera.ts';
import { insetsOf } from './use-stage.ts';

describe('what panels cover', () => {
  it('is nothing while none is open', () => {
    expect(insetsOf({ width: 1_440, height: 900 }, null)).toEqual(NO_INSETS);
  });

  it('is a strip at the side, narrower in narrower windows', () => {
    expect(insetsOf({ width: 1_440, height: 900 }, 'panel').right).toBe(408);
    expect(insetsOf({ width: 1_100, height: 800 }, 'panel').right).toBe(376);
  });

  it('is the lower part on phones', () => {
    expect(insetsOf({ width: 390, height: 844 }, 'panel')).toEqual({ ...NO_INSETS, bottom: 456 });
  });
});
