import { floorWire } from './floor-wire.ts';
import { ourWire } from './our-wire.ts';
import { tutorialWire } from './tutorial-wire.ts';
import type { CrowdWire } from './visitor.ts';

export type CrowdWireName = 'ours' | 'ours as json' | 'floor' | 'tutorial';

export const crowdWires: Record<CrowdWireName, CrowdWire> = {
  ours: ourWire('binary'),
  'ours as json': ourWire('json'),
  floor: floorWire,
  tutorial: tutorialWire,
};
