import type { Region } from '@metaverse/art';

/** Sides in tiles. */
type Sides = { readonly width: number; readonly height: number };

/**
 * Covers the tiles on which something is drawn with few rectangles: rows of neighbours first, equal rows below each other together.
 * What is left out costs the screen nothing.
 */
export function drawnTiles({ width, height }: Sides, isDrawn: (x: number, y: number) => boolean): Region[] {
  const done: Region[] = [];
  let open = new Map<string, Region>();
  for (let y = 0; y < height; y += 1) {
    const row = new Map<string, Region>();
    for (let x = 0; x < width; x += 1) {
      if (!isDrawn(x, y)) continue;
      const start = x;
      while (x < width && isDrawn(x, y)) x += 1;
      const name = `${start}-${x}`;
      const above = open.get(name);
      row.set(name, above ? { ...above, height: above.height + 1 } : { x: start, y, width: x - start, height: 1 });
      open.delete(name);
    }
    done.push(...open.values());
    open = row;
  }
  return [...done, ...open.values()];
}

/** Says of each tile of a picture, `side` pixels wide, whether anything is drawn on it. */
export function tilesWithInk(context: CanvasRenderingContext2D, side: number): (x: number, y: number) => boolean {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  return (x, y) => {
    const [right, bottom] = [Math.min(width, (x + 1) * side), Math.min(height, (y + 1) * side)];
    for (let row = y * side; row < bottom; row += 1) {
      for (let column = x * side; column < right; column += 1) if (data[(row * width + column) * 4 + 3] !== 0) return true;
    }
    return false;
  };
}
