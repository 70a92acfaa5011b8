/** The seats of the demo office, named where somebody sits in the preview. */
import type { MapPlacement } from '@metaverse/contracts';
import { placeAt, put } from './map.ts';

/** How far chairs are pushed under desks, in units. */
const TUCK = 16;

const upperChair = (color: string, x: number, y: number): MapPlacement => placeAt(`office-chair-${color}`, [x, y, 0, 32, TUCK]);
const lowerChair = (color: string, x: number, y: number): MapPlacement => placeAt(`office-chair-${color}`, [x, y, 2, 32, -TUCK]);

export const deskChairs = {
  ada: upperChair('lagoon', 3, 5),
  ben: upperChair('mustard', 5, 5),
  cleo: lowerChair('slate', 3, 8),
  dan: lowerChair('lagoon', 7, 8),
  eve: upperChair('slate', 11, 5),
  finn: lowerChair('persimmon', 13, 8),
  gia: upperChair('plum', 13, 10),
  hal: lowerChair('lagoon', 3, 13),
  ida: upperChair('moss', 7, 10),
  jo: lowerChair('mustard', 11, 13),
} as const;
export const emptyChairs: MapPlacement[] = [
  upperChair('slate', 7, 5),
  lowerChair('mustard', 5, 8),
  upperChair('lagoon', 13, 5),
  lowerChair('lagoon', 11, 8),
  lowerChair('slate', 15, 8),
  upperChair('mustard', 15, 5),
  upperChair('lagoon', 3, 10),
  upperChair('slate', 5, 10),
  lowerChair('plum', 5, 13),
  lowerChair('slate', 7, 13),
  upperChair('slate', 11, 10),
  upperChair('lagoon', 15, 10),
  lowerChair('slate', 13, 13),
  lowerChair('moss', 15, 13),
];

export const meetingChairs = {
  north: put('office-chair-plum', [
    [32, 5, 0, 0, TUCK],
    [33, 5, 0, 0, TUCK],
    [34, 5, 0, 0, TUCK],
    [35, 5, 0, 0, TUCK],
  ]),
  south: put('office-chair-plum', [
    [32, 8, 2, 0, -TUCK],
    [33, 8, 2, 0, -TUCK],
    [34, 8, 2, 0, -TUCK],
    [35, 8, 2, 0, -TUCK],
  ]),
  ends: put('office-chair-plum', [
    [31, 6, 3, 8, 24],
    [36, 6, 1, -8, 24],
  ]),
} as const;

export const lounge = {
  sofa: placeAt('sofa-lagoon', [17, 16, 0, 0, 10]),
  armchair: placeAt('armchair-mustard', [15, 18, 3, 16]),
  armchairRight: placeAt('armchair-mustard', [20, 18, 1, -10]),
  sofaBack: placeAt('sofa-moss', [17, 20, 2]),
} as const satisfies Record<string, MapPlacement>;
export const library = {
  left: placeAt('armchair-plum', [2, 20, 3, 20]),
  right: placeAt('armchair-plum', [5, 20, 1, -14]),
} as const satisfies Record<string, MapPlacement>;
export const laptopChair: MapPlacement = placeAt('wood-chair', [8, 22, 2, 0, -14]);
export const kitchenChairs = put('wood-chair', [
  [20, 7, 3, 10],
  [22, 7, 1, -10],
  [25, 7, 3, 10],
  [27, 7, 1, -10],
]);
export const stools = put('stool', [
  [24, 5, 2, 0, 6],
  [25, 5, 2, 0, 6],
]);
export const poufs = [
  ...put('pouf-persimmon', [
    [31, 18, 2],
    [34, 18, 2],
    [36, 19, 2],
  ]),
  ...put('pouf-mustard', [
    [32, 19, 2],
    [35, 18, 2, 32],
    [30, 19, 2],
  ]),
  ...put('pouf-rose', [
    [32, 18, 2, 32],
    [34, 19, 2, 16],
    [37, 18, 2],
  ]),
];
