/** All frames of a person on one sheet, for texture atlases. */
import type { Look } from '@metaverse/contracts';
import { svgDocument } from '../shapes.ts';
import { avatarFrame, avatarMarkup } from './avatar.ts';
import { frameCounts } from './pose.ts';
import type { Action, Direction } from './pose.ts';

/** Left is right mirrored, so three directions are drawn. */
const drawnDirections = ['down', 'right', 'up'] as const satisfies readonly Direction[];
const actions = ['stand', 'walk', 'sit', 'wave'] as const satisfies readonly Action[];

const framesPerDirection = actions.reduce((sum, action) => sum + frameCounts[action], 0);

/** Units to a CSS px. */
const UNITS_PER_PX = 2;
const COLUMNS = 6;
const cell = { width: avatarFrame.width / UNITS_PER_PX, height: avatarFrame.height / UNITS_PER_PX };

/** The sheet in CSS px at scale 1: 6 × 6 cells of 52 × 76 with the feet point at 26, 68 of each. */
export const avatarSheet = {
  columns: COLUMNS,
  rows: Math.ceil((framesPerDirection * drawnDirections.length) / COLUMNS),
  cellWidth: cell.width,
  cellHeight: cell.height,
  anchorX: avatarFrame.anchorX / UNITS_PER_PX,
  anchorY: avatarFrame.anchorY / UNITS_PER_PX,
} as const;

/** A cell of the sheet in CSS px at scale 1. */
export interface SheetFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Draw it flipped left to right around the anchor. */
  readonly mirrored: boolean;
}

const placeOf = (index: number): { x: number; y: number } => ({
  x: (index % COLUMNS) * cell.width,
  y: Math.floor(index / COLUMNS) * cell.height,
});

const indexOf = (direction: (typeof drawnDirections)[number], action: Action, frame: number): number => {
  const before = actions.slice(0, actions.indexOf(action)).reduce((sum, each) => sum + frameCounts[each], 0);
  return drawnDirections.indexOf(direction) * framesPerDirection + before + (frame % frameCounts[action]);
};

/** Where a frame is on the sheet. `frame` counts on without end; an action's frames repeat. */
export const frameOf = (direction: Direction, action: Action, frame: number): SheetFrame => {
  const mirrored = direction === 'left';
  return { ...placeOf(indexOf(mirrored ? 'right' : direction, action, frame)), ...cell, mirrored };
};

/** A look in all its frames as one SVG document of 312 × 456 CSS px; `frameOf` tells which is where. */
export const avatarSheetSvg = (look: Look): string => {
  const { width, height, anchorX, anchorY } = avatarFrame;
  const frames = drawnDirections.flatMap((direction) =>
    actions.flatMap((action) =>
      Array.from({ length: frameCounts[action] }, (_, frame) => {
        const at = placeOf(indexOf(direction, action, frame));
        return (
          `<svg x="${at.x * UNITS_PER_PX}" y="${at.y * UNITS_PER_PX}" width="${width}" height="${height}" ` +
          `viewBox="${-anchorX} ${-anchorY} ${width} ${height}">${avatarMarkup(look, { direction, action, frame })}</svg>`
        );
      }),
    ),
  );
  return svgDocument({ x: 0, y: 0, width: COLUMNS * width, height: avatarSheet.rows * height }, frames.join(''));
};
