import type { Element, Placement, Rotation } from '@metaverse/contracts';
import type { TilePair } from './cell-pair.ts';

/** One element where it stands; `x`, `y` is the upper left tile of its turned footprint. */
export type StandingElement = Pick<Placement, 'x' | 'y' | 'rotation'> & { element: Pick<Element, 'width' | 'height' | 'blocks'> };

/** One tile of a `width` × `height` footprint after quarter turns clockwise, from the turned footprint's upper left. */
const turned = ([column, row]: TilePair, { width, height }: StandingElement['element'], rotation: Rotation): TilePair => {
  switch (rotation) {
    case 0:
      return [column, row];
    case 1:
      return [height - 1 - row, column];
    case 2:
      return [width - 1 - column, height - 1 - row];
    case 3:
      return [row, width - 1 - column];
    default:
      return rotation satisfies never;
  }
};

/** The tiles that a standing element blocks. */
export const footprintBlocks = ({ x, y, rotation, element }: StandingElement): TilePair[] =>
  element.blocks.map((block) => {
    const [column, row] = turned(block, element, rotation);
    return [x + column, y + row];
  });
