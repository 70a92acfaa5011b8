/** What stands where in the demo office, room by room. */
import { deskChairs, emptyChairs, kitchenChairs, laptopChair, library, lounge, meetingChairs, poufs, stools } from './office-seats.ts';
import type { MapPlacement } from '@metaverse/contracts';
import { put } from './map.ts';

const desksAt = (columns: readonly number[], row: number): MapPlacement[] => [
  ...put(
    'desk',
    columns.map((column) => [column, row, 2] as const),
  ),
  ...put(
    'desk',
    columns.map((column) => [column, row + 1, 0] as const),
  ),
];

export const openPlan: readonly MapPlacement[] = [
  ...put('window-3', [
    [3, 1],
    [8, 1],
    [13, 1],
  ]),
  ...put('window-2', [
    [25, 1],
    [30, 1],
    [36, 1],
  ]),
  ...put('picture-shapes', [[11, 1, 0, 10]]),
  ...put('clock', [[16, 1, 0, 10]]),
  ...put('picture-hills', [[28, 1, 0, -52]]),
  ...put('poster-plant', [[24, 1]]),
  ...desksAt([3, 5, 7], 6),
  ...desksAt([11, 13, 15], 6),
  ...desksAt([3, 5, 7], 11),
  ...desksAt([11, 13, 15], 11),
  ...Object.values(deskChairs),
  ...emptyChairs,
  ...put('plant-fig', [
    [1, 3],
    [17, 3],
  ]),
  ...put('bookshelf', [[6, 3, 0, -8]]),
  ...put('printer', [[11, 3]]),
  ...put('plant-snake', [
    [12, 3],
    [1, 14],
  ]),
  ...put('bin', [[10, 3]]),
  ...put('whiteboard', [[14, 3, 0, 32]]),
  ...put('planter', [
    [4, 14, 0, 0, 14],
    [13, 14, 0, 0, 14],
  ]),
  ...put('plant-monstera', [
    [17, 14],
    [1, 9],
  ]),
  ...put('floor-lamp', [
    [1, 6],
    [17, 9],
  ]),
];

export const kitchen: readonly MapPlacement[] = [
  ...put('wall-cupboard', [
    [20, 1],
    [22, 1],
  ]),
  ...put('fridge', [[19, 3, 0, -14]]),
  ...put('counter-sink', [[20, 3, 0, -14]]),
  ...put('counter-coffee', [[22, 3, 0, -14]]),
  ...put('counter-fruit', [[23, 3, 0, -14]]),
  ...put('water-cooler', [[27, 3]]),
  ...put('bar-table', [[24, 4, 0, 0, 20]]),
  ...stools,
  ...put('round-table', [
    [21, 7],
    [26, 7],
  ]),
  ...kitchenChairs,
  ...put('pendant-lamp', [
    [21, 7],
    [26, 7],
  ]),
  ...put('plant-fern', [[19, 8]]),
];

export const meetingRoom: readonly MapPlacement[] = [
  ...put('screen-wall', [[32, 1, 0, 32]]),
  ...put('meeting-table-4x2', [[32, 6]]),
  ...meetingChairs.north,
  ...meetingChairs.south,
  ...meetingChairs.ends,
  ...put('plant-monstera', [
    [38, 3],
    [29, 3],
  ]),
  ...put('pendant-lamp', [
    [32, 7, 0, 20, -6],
    [34, 7, 0, 44, -6],
  ]),
  ...put('whiteboard', [[37, 8, 0, -20]]),
  ...put('sideboard', [[29, 9, 0, 10]]),
  ...put(
    'glass-side',
    [3, 4, 5, 6, 7, 8, 9, 10].map((row) => [28, row] as const),
  ),
  ...put('glass-corner', [[28, 11]]),
  ...put(
    'glass-wall',
    [29, 30, 31, 32, 34, 35, 36, 37, 38].map((column) => [column, 11] as const),
  ),
  ...put('glass-door', [[33, 11]]),
];

export const libraryRoom: readonly MapPlacement[] = [
  ...put('bookshelf', [
    [1, 18],
    [3, 18],
  ]),
  ...put('bookshelf-narrow', [[5, 18]]),
  ...put('picture-hills', [[7, 16]]),
  ...put('wall-shelf', [[11, 16]]),
  ...put('rug-sky', [[2, 20, 0, 36, 10]]),
  library.left,
  library.right,
  ...put('side-lamp', [[3, 20, 0, 38]]),
  ...put('coat-stand', [[8, 18]]),
  ...put('plant-fig', [[1, 22]]),
  ...put('plant-fern', [[12, 22]]),
  ...put('desk-laptop', [[7, 21, 0, 32]]),
  laptopChair,
  ...put('floor-lamp', [[10, 21]]),
];

export const hall: readonly MapPlacement[] = [
  ...put('rug-round', [[16, 17, 0, 0, 6]]),
  lounge.sofa,
  lounge.armchair,
  lounge.armchairRight,
  lounge.sofaBack,
  ...put('low-table', [[17, 18, 0, 0, 14]]),
  ...put('side-lamp', [[19, 16, 0, 8]]),
  ...put('cat-asleep', [[19, 19, 0, -20, -18]]),
  ...put('floor-lamp', [[15, 16]]),
  ...put('plant-monstera', [[21, 15]]),
  ...put('plant-fig', [[14, 22]]),
  ...put('plant-snake', [[20, 21]]),
  ...put('reception-desk', [[21, 11]]),
  ...put('plant-fig', [
    [20, 11],
    [24, 11],
  ]),
  ...put('ping-pong', [[23, 16]]),
  ...put('portal', [[24, 21]]),
  ...put('plant-fern', [
    [23, 22],
    [26, 22],
  ]),
  ...put('planter', [[26, 13, 0, 0, -10]]),
  ...put('coat-stand', [[19, 13]]),
  ...put('sign', [[27, 21]]),
];

export const stageArea: readonly MapPlacement[] = [
  ...put('stage', [[31, 13, 0, 32]]),
  ...put('screen-stand', [[34, 14, 0, -32]]),
  ...put('podium', [[32, 15, 0, 0, -24]]),
  ...put('banner', [
    [30, 14],
    [38, 14, 0, -4],
  ]),
  ...poufs,
  ...put('plant-monstera', [
    [38, 22],
    [29, 22],
  ]),
  ...put('sofa-plum', [[32, 21, 2, 32]]),
];
