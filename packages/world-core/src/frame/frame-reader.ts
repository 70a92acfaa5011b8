import type { Player } from '@metaverse/contracts';
import { type CellRect, isTileInRect } from '../cells.ts';
import { FrameError } from './byte-reader.ts';
import { decodeFrame, type DecodedFrame } from './decode.ts';
import type { OwnStep } from './encode.ts';
import type { Profile, Spot } from './frame.ts';

/**
 * What one frame tells; apply `left` first, then `entered`, then `moved`. The receiver's own person is told like any other.
 * Somebody already known enters again when their profile has changed.
 */
export type FrameFacts = {
  tick: number;
  ownStep: OwnStep | null;
  /** User ids of those who left the view or the space. */
  left: string[];
  entered: Player[];
  moved: (Spot & { userId: string })[];
};

export type FrameReader = {
  /** Applies a frame and tells what it changed. Throws `FrameError`; then nothing was applied. */
  read: (bytes: Uint8Array) => FrameFacts;
  /** Everybody known to be in view. */
  players: () => Player[];
  /** Tells the reader who is in view already, so that the first key frame does not report them as entered. */
  prime: (people: readonly { index: number; player: Player }[]) => void;
};

const isSameSpot = (a: Spot, b: Spot): boolean => a.x === b.x && a.y === b.y && a.direction === b.direction;

type Known = { profiles: Map<number, Profile>; spots: Map<number, Spot>; served: CellRect | null };

const profileIn = ({ profiles }: Known, index: number): Profile => {
  const profile = profiles.get(index);
  if (!profile) throw new FrameError('somebody was not introduced');
  return profile;
};

/** All that can be wrong with a well-formed frame, checked before anything is applied. Gives the cells that are served after it. */
const rectAfter = (known: Known, frame: DecodedFrame): CellRect => {
  const rect = frame.rect ?? known.served;
  if (rect === null) throw new FrameError('the first frame is not a key frame');
  const fresh = new Set(frame.intros.map(({ index }) => index));
  for (const { index } of frame.spots) if (!fresh.has(index)) profileIn(known, index);
  return rect;
};

/** Applies a frame; gives where those whom it may have changed were before, undefined for those who were not in view. */
const applyFrame = ({ spots }: Known, frame: DecodedFrame, rect: CellRect): Map<number, Spot | undefined> => {
  const before = new Map<number, Spot | undefined>();
  const note = (index: number): void => {
    if (!before.has(index)) before.set(index, spots.get(index));
  };
  if (frame.rect) for (const index of spots.keys()) note(index);
  if (frame.isKey) spots.clear();
  for (const { index, x, y, direction } of frame.spots) {
    note(index);
    spots.set(index, { x, y, direction });
  }
  for (const index of frame.gone) {
    note(index);
    spots.delete(index);
  }
  for (const index of before.keys()) {
    const spot = spots.get(index);
    if (spot && !isTileInRect(rect, spot)) spots.delete(index);
  }
  return before;
};

/** Keeps what a stream of frames says about a space; one reader for each `join`. */
export const createFrameReader = (): FrameReader => {
  const known: Known = { profiles: new Map(), spots: new Map(), served: null };
  const profileOf = (index: number): Profile => profileIn(known, index);

  return {
    read: (bytes) => {
      const frame = decodeFrame(bytes);
      const rect = rectAfter(known, frame);
      const before = applyFrame(known, frame, rect);
      known.served = rect;
      const introduced = new Set<number>();
      for (const { index, profile } of frame.intros) {
        known.profiles.set(index, profile);
        introduced.add(index);
      }
      const facts: FrameFacts = { tick: frame.tick, ownStep: frame.ownStep, left: [], entered: [], moved: [] };
      for (const [index, was] of before) {
        const spot = known.spots.get(index);
        if (!spot) {
          if (was) facts.left.push(profileOf(index).userId);
        } else if (!was || introduced.has(index)) facts.entered.push({ ...profileOf(index), ...spot });
        else if (!isSameSpot(was, spot)) facts.moved.push({ userId: profileOf(index).userId, ...spot });
      }
      return facts;
    },
    players: () => Array.from(known.spots, ([index, spot]) => ({ ...profileOf(index), ...spot })),
    prime: (people) => {
      for (const { index, player } of people) {
        const { x, y, direction, ...profile } = player;
        known.profiles.set(index, profile);
        known.spots.set(index, { x, y, direction });
      }
    },
  };
};
