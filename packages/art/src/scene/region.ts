/** Rectangles of tiles: a chunk of a map, or all of it. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The region with `by` tiles more on every side. */
export const grown = ({ x, y, width, height }: Region, by: number): Region => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** What two regions share, or undefined when they do not touch. */
export const overlap = (a: Region, b: Region): Region | undefined => {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
};

/** Calls `visit` for every tile of a region, row by row. */
export const eachTile = ({ x, y, width, height }: Region, visit: (x: number, y: number) => void): void => {
  for (let row = y; row < y + height; row += 1) for (let column = x; column < x + width; column += 1) visit(column, row);
};
