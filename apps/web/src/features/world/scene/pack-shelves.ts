/** Sides in whole pixels. */
export type Size = { readonly width: number; readonly height: number };

/** Where a rectangle lies: on which page, and at which pixel of it. */
export type Slot = { readonly page: number; readonly x: number; readonly y: number };

export type Packing = { readonly slots: readonly Slot[]; /** Sides of each page. */ readonly pages: readonly Size[] };

/** Free pixels around each picture, so that none shines into its neighbour when it is drawn smaller. */
const GAP = 2;

/**
 * Puts rectangles onto as few square pages as shelves allow: highest first, row by row. Slots are in the order of `sizes`.
 * A rectangle larger than a page gets one of its own.
 */
export function packShelves(sizes: readonly Size[], pageSide: number): Packing {
  const order = sizes.map((size, index) => ({ ...size, index })).sort((a, b) => b.height - a.height || b.width - a.width);
  const slots: Slot[] = [];
  const pages: { width: number; height: number }[] = [];
  let [x, y, shelf] = [0, 0, 0];
  let open = -1;

  for (const { width, height, index } of order) {
    if (width + GAP > pageSide || height + GAP > pageSide) {
      slots[index] = { page: pages.length, x: 0, y: 0 };
      pages.push({ width, height });
      continue;
    }
    if (x + width + GAP > pageSide) [x, y, shelf] = [0, y + shelf, 0];
    if (open === -1 || y + height + GAP > pageSide) {
      open = pages.length;
      pages.push({ width: pageSide, height: 0 });
      [x, y, shelf] = [0, 0, 0];
    }
    slots[index] = { page: open, x, y };
    x += width + GAP;
    shelf = Math.max(shelf, height + GAP);
    const page = pages[open];
    if (page) page.height = Math.max(page.height, y + height);
  }
  return { slots, pages };
}
