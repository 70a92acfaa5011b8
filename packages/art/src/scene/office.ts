/** The office: open plan, kitchen, glass meeting room, library, lounge, stage. 40 × 24 tiles. */
import type { MapTemplate } from './map.ts';
import { hall, kitchen, libraryRoom, meetingRoom, openPlan, stageArea } from './office-rooms.ts';

export const office: MapTemplate = {
  key: 'office',
  name: 'Office',
  width: 40,
  height: 24,
  ground: {
    floors: [
      { floor: 'floor-oak', x: 0, y: 0, width: 40, height: 24 },
      { floor: 'carpet-lagoon', x: 2, y: 4, width: 16, height: 10 },
      { floor: 'floor-check', x: 19, y: 0, width: 9, height: 9 },
      { floor: 'floor-stone', x: 28, y: 0, width: 12, height: 12 },
      { floor: 'carpet-plum', x: 30, y: 4, width: 8, height: 6 },
      { floor: 'carpet-plum', x: 29, y: 13, width: 10, height: 9 },
      { floor: 'carpet-lagoon', x: 15, y: 16, width: 7, height: 6 },
    ],
    walls: [
      { finish: 'wall-plaster', from: [0, 0], to: [0, 23] },
      { finish: 'wall-plaster', from: [39, 0], to: [39, 23] },
      { finish: 'wall-plaster', from: [0, 23], to: [39, 23] },
      { finish: 'wall-plaster', from: [0, 0], to: [28, 0] },
      { finish: 'wall-lagoon', from: [29, 0], to: [39, 0] },
      { finish: 'wall-plaster', from: [18, 0], to: [18, 6] },
      { finish: 'wall-moss', from: [0, 15], to: [13, 15] },
      { finish: 'wall-moss', from: [13, 15], to: [13, 18] },
    ],
    doorways: [[10, 15]],
    /** In front of the reception desk. */
    spawns: [
      { x: 22, y: 13 },
      { x: 23, y: 13 },
      { x: 21, y: 13 },
      { x: 24, y: 13 },
      { x: 22, y: 14 },
      { x: 23, y: 14 },
      { x: 24, y: 14 },
      { x: 20, y: 14 },
    ],
  },
  placements: [...openPlan, ...kitchen, ...meetingRoom, ...libraryRoom, ...hall, ...stageArea],
};
