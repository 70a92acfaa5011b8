import { describe, expect, it } from 'vitest';
import { chunkNames, chunkOf, chunkRegion, chunksIn } from './chunks.ts';

const map = { width: 40, height: 24 };

describe('chunks', () => {
  it('are those that a view and its margin touch', () => {
    expect(chunksIn({ x: 13, y: 5, width: 10, height: 6 }, map, 0)).toEqual({ left: 1, top: 0, right: 1, bottom: 0 });
    expect(chunksIn({ x: 13, y: 5, width: 10, height: 6 }, map, 3)).toEqual({ left: 0, top: 0, right: 2, bottom: 1 });
  });

  it('never lie beyond the map', () => {
    expect(chunksIn({ x: -30, y: -30, width: 200, height: 200 }, map, 3)).toEqual({ left: 0, top: 0, right: 3, bottom: 1 });
    expect(chunkNames(chunksIn({ x: 100, y: 0, width: 5, height: 5 }, map, 0))).toEqual([]);
  });

  it('come nearest to the middle first', () => {
    expect(chunkNames({ left: 0, top: 0, right: 2, bottom: 2 })[0]).toBe('1,1');
    expect(chunkNames({ left: 0, top: 0, right: 2, bottom: 2 })).toHaveLength(9);
  });

  it('end with the map', () => {
    expect(chunkRegion('3,1', map)).toEqual({ x: 36, y: 12, width: 4, height: 12 });
    expect(chunkOf({ x: 39, y: 23 }, map)).toBe('3,1');
    expect(chunkOf({ x: -2, y: 99 }, map)).toBe('0,1');
  });
});
