/** What shows of a place in a wide, low picture, in tiles. */
export type HeroView = { x: number; y: number; width: number; height: number };

/** Below this the pieces of a place are too large to be a view over it. */
const LEAST_WIDTH = 24;
const MOST_WIDTH = 38;
/** The upper rows are walls; a view begins below the first of them. */
const TOP_ROWS = 2;

/** The part of a place that a picture of the given ratio (width : height) shows: as wide as the place, near its upper edge. */
export function heroView(place: { width: number; height: number }, ratio: number): HeroView {
  const width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, place.width - 2));
  const height = width / ratio;
  const room = place.height - height;
  return { x: (place.width - width) / 2, y: room <= 0 ? room / 2 : Math.min(TOP_ROWS, room / 2), width, height };
}
