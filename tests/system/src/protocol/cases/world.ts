import { describe } from 'vitest';
import type { Wire } from '../wire/wire.ts';
import { frameCases } from './world/frames.ts';
import { joinCases } from './world/join.ts';
import { leaveCases } from './world/leave.ts';
import { mapChangeCases } from './world/map-change.ts';
import { moveCases } from './world/move.ts';
import { putOutCases } from './world/put-out.ts';
import { rosterCases } from './world/roster.ts';
import { worldScene } from './world/scene.ts';
import { takeOverCases } from './world/take-over.ts';
import { viewCases } from './world/view.ts';

export function worldCases(wire: () => Wire): void {
  const scene = worldScene(wire);
  // Most of a case is walking and waiting; those that wait longest come first.
  describe.concurrent('at the same time', () => {
    leaveCases(scene);
    moveCases(scene);
    frameCases(scene);
    joinCases(scene);
    viewCases(scene);
    rosterCases(scene);
    takeOverCases(scene);
    putOutCases(scene);
    mapChangeCases(scene);
  });
}
