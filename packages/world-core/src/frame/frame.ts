import { type Direction, directions, Player, type Tile } from '@metaverse/contracts';

/** Raised when the layout changes in a way that an old reader cannot follow. */
export const FRAME_VERSION = 1;

/** Bits of the second byte of a frame. */
export const FRAME_FLAG = { key: 1, rect: 2, ack: 4 } as const;
export const FRAME_FLAGS_ALL = FRAME_FLAG.key | FRAME_FLAG.rect | FRAME_FLAG.ack;

/** Who somebody is: all of a `Player` but where they are. */
export const Profile = Player.omit({ x: true, y: true, direction: true });
export type Profile = Omit<Player, 'x' | 'y' | 'direction'>;

/** Where somebody is. */
export type Spot = Tile & { direction: Direction };

/** Somebody by the small number that stands for them in the frames of one space. */
export type IndexedSpot = Spot & { index: number };

export const directionCode = (direction: Direction): number => directions.indexOf(direction);
export const directionOfCode = (code: number): Direction | undefined => directions[code];
