/** What somebody does, and where their joints are while doing it. Origin: the feet point on the floor, y up is negative. */
import { cycled } from '../pick.ts';

export type Direction = 'down' | 'up' | 'left' | 'right';
export type Action = 'stand' | 'walk' | 'sit' | 'wave';
export interface Pose {
  direction: Direction;
  action: Action;
  frame: number;
  /** Closed eyes; the renderer shows it for 120 ms every three to six seconds. */
  blink?: boolean;
}

/** Left is the mirrored right, so parts are drawn in three views. */
export type View = 'front' | 'back' | 'side';
export const viewOf = (direction: Direction): View => (direction === 'down' ? 'front' : direction === 'up' ? 'back' : 'side');

/** Frames per action and how long one is shown. */
export const frameCounts: Record<Action, number> = { stand: 1, walk: 6, sit: 1, wave: 4 };
export const frameMs: Record<Action, number> = { stand: 1000, walk: 90, sit: 1000, wave: 140 };

export type Point = readonly [x: number, y: number];
export interface LimbRig {
  start: Point;
  bend: Point;
  end: Point;
}

/** Joints for one frame. `near` is the viewer's right in front and back views, the side towards us in side views. */
export interface Rig {
  /** Moves everything above the legs: bob while walking, lower while sitting. */
  bodyY: number;
  bodyX: number;
  legs: { near: LimbRig; far: LimbRig };
  arms: { near: LimbRig; far: LimbRig };
  isSitting: boolean;
  /** −1 to 1, how far the near leg is ahead; skirts and long hair follow it. */
  stride: number;
}

/** Heights above the floor, in art units. */
const HIP_Y = -28;
const SHOULDER_Y = -53;
export const HEAD_Y = -82;
/** How far the body sinks when sitting; seats are 18 units high. */
const SIT_DROP = 11;

const mirrored = ({ start, bend, end }: LimbRig): LimbRig => ({
  start: [-start[0], start[1]],
  bend: [-bend[0], bend[1]],
  end: [-end[0], end[1]],
});

const frontLeg = (swing: number, lift: number): LimbRig => ({
  start: [6.5, HIP_Y],
  bend: [7, -17 - lift * 0.7],
  end: [7, 2.4 * swing - lift * 5],
});

const sideLeg = (swing: number, lift: number): LimbRig => ({
  start: [0, HIP_Y],
  bend: [5 * swing + 1 + lift * 4, -16 - lift * 2],
  end: [11 * swing - lift * 1.5, -lift * 5],
});

const frontArm = (shoulder: number, swing: number): LimbRig => ({
  start: [shoulder - 3.5, SHOULDER_Y],
  bend: [shoulder + 2.5, -43],
  end: [shoulder + 3 - Math.abs(swing) * 2.5, -31 - swing * 3.5],
});

const sideArm = (swing: number): LimbRig => ({
  start: [-1, SHOULDER_Y],
  bend: [-2 + swing * 5, -42],
  end: [2 + swing * 11, -31 - Math.abs(swing) * 3],
});

const walking = (frame: number) => {
  const phase = (2 * Math.PI * frame) / frameCounts.walk;
  const swing = Math.sin(phase);
  return {
    swing,
    nearLift: Math.max(0, Math.cos(phase)),
    farLift: Math.max(0, -Math.cos(phase)),
    bob: -2.4 * (1 - Math.abs(swing)),
  };
};

/** How far the hand of a waving arm is from its middle, by frame. */
const wags = [-4, 1, 5, 1] as const;

const waveArm = (view: View, shoulder: number, frame: number): LimbRig => {
  const wag = cycled(wags, frame);
  return view === 'side'
    ? { start: [0, SHOULDER_Y], bend: [19, -53], end: [31 + wag * 0.8, -77] }
    : { start: [shoulder - 4, SHOULDER_Y], bend: [shoulder + 13, -54], end: [shoulder + 16 + wag, -78] };
};

const standingLegs = (view: View): Rig['legs'] =>
  view === 'side' ? { near: sideLeg(-0.12, 0), far: sideLeg(0.16, 0) } : { near: frontLeg(0, 0), far: mirrored(frontLeg(0, 0)) };

const sittingLegs = (view: View): Rig['legs'] => {
  if (view === 'side') {
    return { near: { start: [-2, -17], bend: [15, -17], end: [14, 0] }, far: { start: [0, -18], bend: [18, -18], end: [18, -1] } };
  }
  const leg: LimbRig = { start: [7, -17], bend: [8.5, -9], end: [8.5, 5] };
  return { near: leg, far: mirrored(leg) };
};

const sittingArms = (view: View, shoulder: number): Rig['arms'] => {
  if (view === 'side') {
    const arm: LimbRig = { start: [-1, SHOULDER_Y], bend: [-1, -40], end: [12, -34] };
    return { near: arm, far: { ...arm, end: [15, -35] } };
  }
  const arm: LimbRig = { start: [shoulder - 3.5, SHOULDER_Y], bend: [shoulder + 3.5, -41], end: [shoulder - 5, -31] };
  return { near: arm, far: mirrored(arm) };
};

/** Joints for a pose; `shoulder` is half the shoulder width of the build. */
export const rigFor = ({ direction, action, frame }: Pose, shoulder: number, isSeated: boolean): Rig => {
  const view = viewOf(direction);
  const isSitting = isSeated || action === 'sit';
  const { swing, nearLift, farLift, bob } = action === 'walk' ? walking(frame) : { swing: 0, nearLift: 0, farLift: 0, bob: 0 };
  const ahead = view === 'back' ? -swing : swing;

  const walkingLegs: Rig['legs'] =
    view === 'side'
      ? { near: sideLeg(swing, nearLift), far: sideLeg(-swing, farLift) }
      : { near: frontLeg(ahead, nearLift), far: mirrored(frontLeg(-ahead, farLift)) };
  const walkingArms: Rig['arms'] =
    view === 'side'
      ? { near: sideArm(-swing), far: sideArm(swing) }
      : { near: frontArm(shoulder, swing), far: mirrored(frontArm(shoulder, -swing)) };

  const arms = isSitting ? sittingArms(view, shoulder) : walkingArms;
  return {
    bodyY: isSitting ? SIT_DROP : bob,
    bodyX: view === 'side' || isSitting ? 0 : swing * 0.8,
    legs: isSitting ? sittingLegs(view) : action === 'walk' ? walkingLegs : standingLegs(view),
    arms: action === 'wave' ? { ...arms, near: waveArm(view, shoulder, frame) } : arms,
    isSitting,
    stride: isSitting ? 0 : swing,
  };
};
