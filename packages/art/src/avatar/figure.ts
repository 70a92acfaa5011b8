/** What every body part needs to know to draw itself. */
import type { Look } from '@metaverse/contracts';
import { hairColors, ramps, skins } from '../palette.ts';
import type { Ramp } from '../palette.ts';
import { cycled } from '../pick.ts';
import { rigFor, viewOf } from './pose.ts';
import type { Pose, Rig, View } from './pose.ts';

/** Half widths in art units. */
export interface Build {
  shoulder: number;
  hem: number;
  depth: number;
  leg: number;
  arm: number;
}

const builds: Record<Look['body'], Build> = {
  slim: { shoulder: 14.5, hem: 12, depth: 11, leg: 10.5, arm: 8.5 },
  medium: { shoulder: 16.5, hem: 14, depth: 12.5, leg: 11.5, arm: 9.5 },
  sturdy: { shoulder: 19.5, hem: 18, depth: 15.5, leg: 13, arm: 10.5 },
};

export interface Figure {
  look: Look;
  pose: Pose;
  view: View;
  build: Build;
  rig: Rig;
  skin: Ramp;
  hair: Ramp;
  top: Ramp;
  accent: Ramp;
  bottom: Ramp;
  shoe: Ramp;
  headwear: Ramp;
}

export const figureFor = (look: Look, pose: Pose): Figure => {
  const build = builds[look.body];
  return {
    look,
    pose,
    view: viewOf(pose.direction),
    build,
    rig: rigFor(pose, build.shoulder, look.wheelchair),
    skin: cycled(skins, look.skin),
    hair: hairColors[look.hairColor],
    top: ramps[look.topColor],
    accent: ramps[look.accentColor],
    bottom: ramps[look.top === 'dungarees' ? look.topColor : look.bottomColor],
    shoe: ramps[look.shoeColor],
    headwear: ramps[look.headwearColor],
  };
};
