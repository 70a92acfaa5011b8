import type { Figure } from './figure.ts';
import type { View } from './pose.ts';

/** Markup in head coordinates. `behind` is drawn before legs and torso, `over` after the face. */
export interface HairArt {
  behind?: string;
  over: string;
}

/** Draws one hairstyle in one view. */
export type HairDrawer = (figure: Figure, view: View) => HairArt;
