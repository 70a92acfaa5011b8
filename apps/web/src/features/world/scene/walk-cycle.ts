import { frameCounts, frameMs } from '@metaverse/art';

/** The speed in tiles a second at which the art's frame time fits the length of its steps. */
const DRAWN_FOR_TILES_PER_SECOND = 4.5;
/** Tiles that one frame of the walk covers. */
export const TILES_PER_FRAME = (frameMs.walk / 1_000) * DRAWN_FOR_TILES_PER_SECOND;

/** The frame of the walk after so many tiles: feet do not slide, whatever the speed. */
export const walkFrame = (walkedTiles: number): number => Math.floor(walkedTiles / TILES_PER_FRAME) % frameCounts.walk;
