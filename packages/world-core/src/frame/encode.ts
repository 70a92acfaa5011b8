import { cellOf, CELL_TILES, type CellRect } from '../cells.ts';
import type { CellPlace } from '../crowd.ts';
import { type ByteWriter, createByteWriter } from './byte-writer.ts';
import { directionCode, FRAME_FLAG, FRAME_VERSION, type IndexedSpot, type Profile, type Spot } from './frame.ts';

const utf8 = new TextEncoder();

/** What is new in one cell since its block before: those who are or were in it, and those who left the space from it. */
export type CellNews = { cell: CellPlace; spots: readonly IndexedSpot[]; gone: readonly number[] };

/** Bytes of an introduction; made once for a person and shared by every frame that introduces them. */
export const encodeIntro = (index: number, profile: Profile): Uint8Array => {
  const writer = createByteWriter();
  const json = utf8.encode(JSON.stringify(profile));
  writer.varint(index);
  writer.varint(json.length);
  writer.bytes(json);
  return writer.finish();
};

const isIn = ({ cx, cy }: CellPlace, spot: Spot): boolean => {
  const own = cellOf(spot);
  return own.cx === cx && own.cy === cy;
};

/** Entries in ascending order of their indexes, each with the difference to the one before, which mostly fits in one byte. */
const byIndex = <T extends { index: number }>(entries: readonly T[]): { entry: T; step: number }[] => {
  const sorted = [...entries].sort((a, b) => a.index - b.index);
  return sorted.map((entry, position) => ({ entry, step: entry.index - (sorted[position - 1]?.index ?? 0) }));
};

const writeInside = (writer: ByteWriter, spots: readonly IndexedSpot[]): void => {
  for (const { entry, step } of byIndex(spots)) {
    writer.varint(step);
    writer.byte((entry.x % CELL_TILES) + (entry.y % CELL_TILES) * CELL_TILES + directionCode(entry.direction) * CELL_TILES ** 2);
  }
};

const writeOutside = (writer: ByteWriter, spots: readonly IndexedSpot[]): void => {
  writer.varint(spots.length);
  for (const { entry, step } of byIndex(spots)) {
    writer.varint(step);
    writer.varint(entry.x);
    writer.varint(entry.y);
    writer.byte(directionCode(entry.direction));
  }
};

const writeGone = (writer: ByteWriter, gone: readonly number[]): void => {
  writer.varint(gone.length);
  for (const { step } of byIndex(gone.map((index) => ({ index })))) writer.varint(step);
};

/** Bytes of one cell; made once a tick and shared by every frame that carries the cell. */
export const encodeCell = ({ cell, spots, gone }: CellNews): Uint8Array => {
  const writer = createByteWriter();
  const inside = spots.filter((spot) => isIn(cell, spot));
  const outside = spots.filter((spot) => !isIn(cell, spot));
  writer.varint(cell.cx);
  writer.varint(cell.cy);
  writer.varint(inside.length * 4 + (outside.length > 0 ? 2 : 0) + (gone.length > 0 ? 1 : 0));
  writeInside(writer, inside);
  if (outside.length > 0) writeOutside(writer, outside);
  if (gone.length > 0) writeGone(writer, gone);
  return writer.finish();
};

/** The receiver's own last accepted step: its `seq`, null when it came without one, and where that led. */
export type OwnStep = Spot & { seq: number | null };

export type FrameHeader = {
  tick: number;
  /** The receiver forgets what it knew; the cells hold everybody in view. */
  isKey: boolean;
  /** The cells served from now on, when they changed; a key frame always says. */
  rect?: CellRect | undefined;
  ownStep?: OwnStep | undefined;
  /** Bytes of `encodeIntro` for those whom the receiver meets for the first time. */
  intros: readonly Uint8Array[];
};

/** The part of a frame that is made for one receiver. The frame is this followed by the cells' shared bytes. */
export const encodeFrameHeader = ({ tick, isKey, rect, ownStep, intros }: FrameHeader): Uint8Array => {
  const writer = createByteWriter();
  writer.byte(FRAME_VERSION);
  writer.byte((isKey ? FRAME_FLAG.key : 0) | (rect ? FRAME_FLAG.rect : 0) | (ownStep ? FRAME_FLAG.ack : 0));
  writer.varint(tick);
  if (rect) {
    for (const edge of [rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top]) writer.varint(edge);
  }
  if (ownStep) {
    writer.varint(ownStep.seq === null ? 0 : ownStep.seq + 1);
    writer.varint(ownStep.x);
    writer.varint(ownStep.y);
    writer.byte(directionCode(ownStep.direction));
  }
  writer.varint(intros.length);
  for (const intro of intros) writer.bytes(intro);
  return writer.finish();
};
