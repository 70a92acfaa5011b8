import { CELL_TILES, type CellRect } from '../cells.ts';
import { type ByteReader, createByteReader, FrameError } from './byte-reader.ts';
import type { OwnStep } from './encode.ts';
import { directionOfCode, FRAME_FLAG, FRAME_FLAGS_ALL, FRAME_VERSION, type IndexedSpot, Profile, type Spot } from './frame.ts';

/** A frame as it was written; `FrameReader` turns a stream of them into facts. */
export type DecodedFrame = {
  tick: number;
  isKey: boolean;
  rect: CellRect | null;
  ownStep: OwnStep | null;
  intros: { index: number; profile: Profile }[];
  spots: IndexedSpot[];
  gone: number[];
};

const readDirection = (code: number): Spot['direction'] => {
  const direction = directionOfCode(code);
  if (direction === undefined) throw new FrameError('a direction is unknown');
  return direction;
};

const readRect = (reader: ByteReader): CellRect => {
  const [left, top] = [reader.varint(), reader.varint()];
  return { left, top, right: left + reader.varint(), bottom: top + reader.varint() };
};

const readOwnStep = (reader: ByteReader): OwnStep => {
  const seq = reader.varint();
  return { seq: seq === 0 ? null : seq - 1, x: reader.varint(), y: reader.varint(), direction: readDirection(reader.byte()) };
};

/** A count of entries of at least `minBytes` each; one that cannot fit is refused before anything is made for it. */
const readCount = (reader: ByteReader, count: number, minBytes: number): number => {
  if (count * minBytes > reader.remaining()) throw new FrameError('a list is longer than the frame');
  return count;
};

const readProfile = (bytes: Uint8Array): Profile => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return Profile.parse(JSON.parse(text));
  } catch (cause) {
    throw new FrameError('an introduction cannot be read', { cause });
  }
};

const readIntros = (reader: ByteReader): DecodedFrame['intros'] => {
  const intros: DecodedFrame['intros'] = [];
  for (let left = readCount(reader, reader.varint(), 2); left > 0; left -= 1) {
    const index = reader.varint();
    intros.push({ index, profile: readProfile(reader.bytes(reader.varint())) });
  }
  return intros;
};

/** Indexes that were written as differences. */
const readIndexes = (reader: ByteReader, count: number, entry: (index: number) => void): void => {
  let index = 0;
  for (let left = count; left > 0; left -= 1) {
    index += reader.varint();
    entry(index);
  }
};

const readCell = (reader: ByteReader, { spots, gone }: Pick<DecodedFrame, 'spots' | 'gone'>): void => {
  const [x0, y0] = [reader.varint() * CELL_TILES, reader.varint() * CELL_TILES];
  const shape = reader.varint();
  readIndexes(reader, readCount(reader, Math.floor(shape / 4), 2), (index) => {
    const place = reader.byte();
    spots.push({
      index,
      x: x0 + (place % CELL_TILES),
      y: y0 + (Math.floor(place / CELL_TILES) % CELL_TILES),
      direction: readDirection(Math.floor(place / CELL_TILES ** 2)),
    });
  });
  if (shape & 2) {
    readIndexes(reader, readCount(reader, reader.varint(), 4), (index) => {
      spots.push({ index, x: reader.varint(), y: reader.varint(), direction: readDirection(reader.byte()) });
    });
  }
  if (shape & 1) readIndexes(reader, readCount(reader, reader.varint(), 1), (index) => gone.push(index));
};

/** Reads one frame. Throws `FrameError` for bytes that do not follow the layout of SPEC.md, whatever they are. */
export const decodeFrame = (bytes: Uint8Array): DecodedFrame => {
  const reader = createByteReader(bytes);
  if (reader.byte() !== FRAME_VERSION) throw new FrameError('the frame is of an unknown version');
  const flags = reader.byte();
  if ((flags & ~FRAME_FLAGS_ALL) !== 0) throw new FrameError('the frame has unknown flags');
  const isKey = (flags & FRAME_FLAG.key) !== 0;
  if (isKey && !(flags & FRAME_FLAG.rect)) throw new FrameError('a key frame does not say what it covers');
  const frame: DecodedFrame = {
    tick: reader.varint(),
    isKey,
    rect: flags & FRAME_FLAG.rect ? readRect(reader) : null,
    ownStep: flags & FRAME_FLAG.ack ? readOwnStep(reader) : null,
    intros: readIntros(reader),
    spots: [],
    gone: [],
  };
  while (reader.remaining() > 0) readCell(reader, frame);
  return frame;
};
