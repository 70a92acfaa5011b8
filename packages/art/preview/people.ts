/** Who is at home in the previews of the templates. */
import type { MapPlacement } from '@metaverse/contracts';
import { randomLook } from '../src/avatar/look.ts';
import type { Pose } from '../src/avatar/pose.ts';
import { deskChairs, kitchenChairs, laptopChair, library, lounge, meetingChairs, poufs, stools } from '../src/scene/office-seats.ts';
import { benches, cafeChairs } from '../src/scene/park.ts';
import type { ScenePerson } from '../src/scene/render-scene.ts';
import { seatsOf } from '../src/scene/seats.ts';
import { TILE } from '../src/shapes.ts';

/** Somebody by the seed of their look: standing on a tile, or on a seat of a placement. */
interface Guest extends Partial<Pose> {
  seed: number;
  x?: number;
  y?: number;
  seat?: { of: MapPlacement; index: number };
}

/** A seat of a placement, for somebody to sit on. */
const seat = (of: MapPlacement | undefined, index = 0): { of: MapPlacement; index: number } => {
  if (!of) throw new Error('there is no such placement to sit on');
  return { of, index };
};

const placed = ({ seed, x = 0, y = 0, seat: taken, direction = 'down', action = 'stand', frame = 0 }: Guest): ScenePerson => {
  const look = randomLook(seed);
  if (!taken) return { look, pose: { direction, action, frame }, x: x * TILE + TILE / 2, y: y * TILE + TILE * 0.75 };
  const spot = seatsOf(taken.of)[taken.index];
  if (!spot) throw new Error(`${taken.of.piece} has no seat ${taken.index}`);
  return { look: { ...look, wheelchair: false }, pose: { direction: spot.direction, action: 'sit', frame: 0 }, x: spot.x, y: spot.y };
};

const officeGuests: readonly Guest[] = [
  { seed: 4, seat: seat(deskChairs.ada) },
  { seed: 31, seat: seat(deskChairs.cleo) },
  { seed: 44, seat: seat(deskChairs.dan) },
  { seed: 21, seat: seat(deskChairs.eve) },
  { seed: 10, seat: seat(deskChairs.finn) },
  { seed: 28, seat: seat(deskChairs.gia) },
  { seed: 33, seat: seat(deskChairs.ida) },
  { seed: 2, x: 9, y: 9, direction: 'right', action: 'walk', frame: 2 },
  { seed: 36, x: 11, y: 9, direction: 'left', action: 'wave', frame: 2 },
  { seed: 3, x: 22, y: 4, direction: 'up' },
  { seed: 11, seat: seat(stools[1]) },
  { seed: 14, seat: seat(kitchenChairs[0]) },
  { seed: 18, seat: seat(kitchenChairs[1]) },
  { seed: 19, x: 31, y: 3, direction: 'down', action: 'wave', frame: 1 },
  { seed: 23, seat: seat(meetingChairs.north[1]) },
  { seed: 5, seat: seat(meetingChairs.south[0]) },
  { seed: 47, seat: seat(meetingChairs.south[2]) },
  { seed: 39, seat: seat(meetingChairs.ends[1]) },
  { seed: 16, seat: seat(lounge.sofa, 0) },
  { seed: 41, seat: seat(lounge.armchairRight) },
  { seed: 22, seat: seat(library.left) },
  { seed: 32, seat: seat(laptopChair) },
  { seed: 38, x: 22, y: 10, direction: 'down' },
  { seed: 15, x: 22, y: 13, direction: 'up' },
  { seed: 9, x: 22, y: 16, direction: 'right' },
  { seed: 24, x: 26, y: 17, direction: 'left' },
  { seed: 43, x: 36, y: 15, direction: 'down', action: 'wave', frame: 2 },
  { seed: 8, seat: seat(poufs[0]) },
  { seed: 27, seat: seat(poufs[4]) },
  { seed: 48, seat: seat(poufs[3]) },
  { seed: 26, seat: seat(poufs[7]) },
  { seed: 13, x: 28, y: 18, direction: 'right', action: 'walk', frame: 1 },
];

const parkGuests: readonly Guest[] = [
  { seed: 12, x: 3, y: 4, direction: 'up' },
  { seed: 25, seat: seat(cafeChairs[0]) },
  { seed: 46, seat: seat(cafeChairs[1]) },
  { seed: 37, seat: seat(cafeChairs[3]) },
  { seed: 17, seat: seat(cafeChairs[6]) },
  { seed: 40, seat: seat(cafeChairs[7]) },
  { seed: 6, x: 8, y: 4, direction: 'down', action: 'wave', frame: 2 },
  { seed: 20, seat: seat(benches[0]) },
  { seed: 35, seat: seat(benches[0], 1) },
  { seed: 29, seat: seat(benches[2]) },
  { seed: 7, x: 20, y: 8, direction: 'left', action: 'walk', frame: 1 },
  { seed: 42, x: 18, y: 10, direction: 'right' },
  { seed: 1, x: 20, y: 10, direction: 'left', action: 'wave', frame: 1 },
  { seed: 30, x: 17, y: 14, direction: 'up', action: 'walk', frame: 2 },
  { seed: 34, seat: seat(benches[3], 1) },
];

export const officePeople: readonly ScenePerson[] = officeGuests.map(placed);
export const parkPeople: readonly ScenePerson[] = parkGuests.map(placed);
