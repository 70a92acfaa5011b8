import { describe, expect, it } from 'vitest';
import { startSpace } from './last-space.ts';

const spaces = [{ id: 'a' }, { id: 'b' }];

describe('the space that the messages begin with', () => {
  it('is the one that was looked at last', () => {
    expect(startSpace(spaces, 'b')).toEqual({ id: 'b' });
  });

  it('is the first one where nothing is remembered, or a space that one has left', () => {
    expect(startSpace(spaces, null)).toEqual({ id: 'a' });
    expect(startSpace(spaces, 'left')).toEqual({ id: 'a' });
  });

  it('is none where there are none', () => {
    expect(startSpace<{ id: string }>([], 'a')).toBeUndefined();
  });
});
