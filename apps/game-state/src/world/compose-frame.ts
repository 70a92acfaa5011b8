import { type CellRect, cellsOf, encodeFrameHeader, encodeIntro, isCellInRect, isSameRect } from '@metaverse/world-core';
import { type Cell, hasNews } from './cell.ts';
import type { CellMap } from './cell-map.ts';
import type { Player } from './player.ts';
import type { Viewer } from './viewer.ts';

export type FrameMoment = { tick: number; isSlowTick: boolean; cells: CellMap };

const introOf = (player: Player): Uint8Array => (player.intro ??= encodeIntro(player.index, player.profile));

/** Cells that are new to the viewer, whole. */
const cellsToLearn = (next: CellRect, before: CellRect | null, cells: CellMap): Cell[] =>
  before && isSameRect(before, next)
    ? []
    : cellsOf(next).flatMap((place) => {
        if (before && isCellInRect(before, place.cx, place.cy)) return [];
        const cell = cells.find(place);
        return cell && cell.people.size > 0 ? [cell] : [];
      });

/** Cells that the viewer knows and that have something to tell it in this tick. */
const cellsWithNews = ({ slow }: Viewer, known: CellRect | null, { cells, isSlowTick }: FrameMoment): Cell[] =>
  known
    ? cells.withNews(isSlowTick).filter((cell) => {
        if (!isCellInRect(known, cell.place.cx, cell.place.cy)) return false;
        return slow.has(cell.key) ? isSlowTick && hasNews(cell.slow) : hasNews(cell.fresh);
      })
    : [];

const overlap = (a: CellRect | null, b: CellRect): CellRect | null =>
  a && {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };

/** The parts of a viewer's frame, most of them shared with other viewers; null when there is nothing to tell. */
export const composeFrame = (viewer: Viewer, next: CellRect, moment: FrameMoment): Uint8Array[] | null => {
  const { player, known, needsKey } = viewer;
  const before = needsKey ? null : viewer.rect;
  const told = [...cellsToLearn(next, before, moment.cells), ...cellsWithNews(viewer, overlap(before, next), moment)];
  const isRectNew = !before || !isSameRect(before, next);
  if (told.length === 0 && !isRectNew && !viewer.hasStepped) return null;

  const intros: Uint8Array[] = [];
  const blocks = told.map((cell) => {
    const { bytes, strangers } = moment.cells.blockOf(cell);
    for (const stranger of strangers) {
      if (known.has(stranger.index)) continue;
      known.add(stranger.index);
      intros.push(introOf(stranger));
    }
    return bytes;
  });
  const header = encodeFrameHeader({
    tick: moment.tick,
    isKey: needsKey,
    rect: isRectNew ? next : undefined,
    ownStep: viewer.hasStepped ? { seq: player.lastSeq, ...player.spot } : undefined,
    intros,
  });
  viewer.rect = next;
  viewer.needsKey = false;
  viewer.hasStepped = false;
  return [header, ...blocks];
};
