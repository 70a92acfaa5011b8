import { describe, expect, it } from 'vitest';
import { packShelves } from './pack-shelves.ts';

/** Sizes that are always the same. */
const sizes = Array.from({ length: 150 }, (_, index) => ({ width: 20 + ((index * 37) % 180), height: 20 + ((index * 53) % 140) }));

describe('packing', () => {
  const { slots, pages } = packShelves(sizes, 512);
  const placed = sizes.map((size, index) => ({ ...size, ...(slots[index] ?? { page: -1, x: -1, y: -1 }) }));

  it('gives every rectangle a place inside its page', () => {
    for (const { page, x, y, width, height } of placed) {
      const sides = pages[page];
      expect(sides && x >= 0 && y >= 0 && x + width <= sides.width && y + height <= sides.height).toBe(true);
    }
  });

  it('lets no two touch', () => {
    const near = placed.filter((a, i) =>
      placed.some(
        (b, j) =>
          i < j &&
          a.page === b.page &&
          a.x < b.x + b.width + 1 &&
          b.x < a.x + a.width + 1 &&
          a.y < b.y + b.height + 1 &&
          b.y < a.y + a.height + 1,
      ),
    );
    expect(near).toEqual([]);
  });

  it('wastes little', () => {
    const area = (list: readonly { width: number; height: number }[]): number =>
      list.reduce((sum, { width, height }) => sum + width * height, 0);
    expect(area(sizes) / area(pages)).toBeGreaterThan(0.7);
  });

  it('gives what is larger than a page one of its own', () => {
    const packed = packShelves(
      [
        { width: 900, height: 100 },
        { width: 10, height: 10 },
      ],
      512,
    );
    expect(packed.pages).toHaveLength(2);
    expect(packed.pages[packed.slots[0]?.page ?? -1]).toEqual({ width: 900, height: 100 });
  });
});
