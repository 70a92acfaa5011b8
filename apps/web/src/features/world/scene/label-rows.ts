/** A label's box, in CSS px: the middle of its upper edge, and its width. */
export type LabelBox = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Labels of people who walk stay at their feet: whoever passes by moves nobody's. */
  readonly isStill: boolean;
  readonly isMine: boolean;
};

/** Side of a row: a label with the space to the next one. */
export const LABEL_ROW_PX = 24;
/** Between labels in a row. */
const GAP_PX = 4;

const touches = (one: LabelBox, other: LabelBox): boolean =>
  Math.abs(one.y - other.y) < LABEL_ROW_PX && Math.abs(one.x - other.x) < (one.width + other.width) / 2 + GAP_PX;

/** Further from its feet nobody would know whose a label is. */
const ROWS = [0, 1, 2] as const;

const inRow = (box: LabelBox, row: number): LabelBox => ({ ...box, y: box.y + row * LABEL_ROW_PX });

/**
 * How many rows whose label goes down, so that names of people who stand side by side can be read: mine stays, then who is further
 * left. Where no row is free a label stays at its feet.
 */
export function labelRows(boxes: readonly LabelBox[]): ReadonlyMap<string, number> {
  const inOrder = boxes
    .filter(({ isStill }) => isStill)
    .sort((one, other) => Number(other.isMine) - Number(one.isMine) || one.x - other.x || (one.id < other.id ? -1 : 1));
  const placed: LabelBox[] = [];
  const rows = new Map<string, number>();
  for (const box of inOrder) {
    const row = ROWS.find((each) => !placed.some((other) => touches(inRow(box, each), other))) ?? 0;
    rows.set(box.id, row);
    placed.push(inRow(box, row));
  }
  return rows;
}
