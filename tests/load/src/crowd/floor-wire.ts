import { openPlain } from '../lines/plain-line.ts';
import { createLegs } from './legs.ts';
import { placeOf } from './map.ts';
import type { CrowdWire } from './visitor.ts';

/** The floor tells of nobody: its bytes are only counted. */
export const floorWire: CrowdWire = {
  visit: async ({ place, index, random }, watch) => {
    const line = await openPlain(place.url, { onEvent: () => undefined, onBinary: ({ length }) => watch.onFrame(length) });
    const legs = createLegs({ ...placeOf(index), direction: 'down' }, random);
    return {
      id: '',
      line,
      legs,
      seen: new Map(),
      sendStep: ({ seq, ...to }) => {
        line.send('', { x: to.x, y: to.y });
        legs.walk.accept({ seq, ...to }, performance.now());
      },
    };
  },
  mustSee: () => false,
};
