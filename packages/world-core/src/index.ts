export {
  CELL_TILES,
  cellOf,
  type CellRect,
  cellsInView,
  cellsOf,
  DEFAULT_VIEW,
  isCellInRect,
  isSameRect,
  isTileInRect,
  type View,
  VIEW_MAX,
  viewAround,
} from './cells.ts';
export { type CellPlace, FULL_RATE_PEOPLE, SLOW_EVERY_TICKS, slowCells } from './crowd.ts';
export { findPath } from './find-path.ts';
export { FrameError } from './frame/byte-reader.ts';
export { type DecodedFrame, decodeFrame } from './frame/decode.ts';
export { type CellNews, encodeCell, encodeFrameHeader, encodeIntro, type FrameHeader, type OwnStep } from './frame/encode.ts';
export { type IndexedSpot, Profile, type Spot } from './frame/frame.ts';
export { createFrameReader, type FrameFacts, type FrameReader } from './frame/frame-reader.ts';
export { blockedTiles, type Grid, type GridPlan, gridOfSpace, isBlocked, isInside, type SpaceLayout } from './grid.ts';
export type { StandingElement } from './footprints.ts';
export { createPredictor, type PendingStep, type Predictor, type RejectedStep } from './predictor.ts';
export { chooseSpawn, nearestFreeTile } from './spawn.ts';
export {
  fullBudget,
  paceMs,
  type SpeedBudget,
  spendStep,
  SPEED_TOLERANCE,
  STEP_BURST,
  STEP_MS,
  TICK_MS,
  WALK_TILES_PER_SECOND,
} from './speed.ts';
export { checkStep, directionOf, NEIGHBOURS } from './step.ts';
export { extendTrack, playTrack, sampleTrack, startTrack, type Track, type TrackSample } from './track.ts';
export { createTickClock, type TickClock } from './tick-clock.ts';
