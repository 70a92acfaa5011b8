/** Hair made of many round or roped forms: one contour around the union, a few inner marks. */
import { circle, limb, line, path } from '../shapes.ts';
import type { Ramp } from '../palette.ts';
import type { HairDrawer } from './hair-drawer.ts';
import { backOfHead, sheen, sideCap } from './hair-short.ts';
import type { View } from './pose.ts';

type Bump = readonly [x: number, y: number, r: number];

/** A union of circles with one contour: all edges first, then all fills. */
const cloud = (bumps: readonly Bump[], ramp: Ramp, fill = ramp.base): string =>
  bumps.map(([x, y, r]) => circle(x, y, r + 1, ramp.deep)).join('') + bumps.map(([x, y, r]) => circle(x, y, r - 0.9, fill)).join('');

/** Bumps along an arc; degrees run clockwise from three o'clock. */
const arc = (cx: number, cy: number, radius: number, from: number, to: number, count: number, r: number): Bump[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = ((from + ((to - from) * i) / (count - 1)) * Math.PI) / 180;
    return [cx + Math.cos(angle) * radius, cy + Math.sin(angle) * radius, r] as const;
  });

const curl = (x: number, y: number, ramp: Ramp, color = ramp.shade): string =>
  line(`M${x - 3} ${y + 1}Q${x - 2} ${y - 3.4} ${x + 1} ${y - 2.4}Q${x + 3.4} ${y - 0.6} ${x + 1} ${y + 1.4}`, color, 1.7);

const curlyBumps: Record<View, readonly Bump[]> = {
  front: [...arc(0, -4, 22, 172, 368, 9, 8), [-9, -13, 8], [2, -15, 8.5], [12, -12, 8], [0, -22, 9]],
  back: [...arc(0, -3, 21, 150, 390, 11, 8.5), [-10, -8, 13], [10, -8, 13], [0, 4, 14], [-12, 9, 8], [12, 9, 8], [0, 13, 7]],
  side: [...arc(-3, -3, 21, 120, 322, 9, 8), [-8, -12, 13], [4, -15, 9], [14, -12, 7.5], [-16, 6, 8]],
};

const afroBumps: Record<View, readonly Bump[]> = {
  front: [...arc(0, -11, 23, 165, 375, 11, 11), [0, -22, 15], [-10, -15.5, 9], [0, -16.5, 9], [10, -15.5, 9]],
  back: [...arc(0, -9, 22, 0, 330, 12, 11), [0, -9, 24]],
  side: [...arc(-4, -11, 23, 100, 338, 10, 11), [-8, -14, 20], [4, -20, 13], [12, -19, 10]],
};

const rope = (hair: Ramp, d: string, isShaded = false): string => limb(d, hair, 6, isShaded ? hair.shade : hair.base);

export const curlyStyles = {
  curly: ({ hair }, view) => ({
    over:
      cloud(curlyBumps[view], hair) +
      (view === 'front'
        ? curl(-11, -18, hair) + curl(1, -22, hair) + curl(12, -17, hair) + curl(20, -7, hair) + curl(-20, -6, hair, hair.light)
        : view === 'back'
          ? curl(-12, -12, hair, hair.light) + curl(2, -16, hair) + curl(13, -8, hair) + curl(-6, 2, hair) + curl(8, 7, hair)
          : curl(-14, -14, hair, hair.light) + curl(0, -20, hair) + curl(-18, 0, hair) + curl(12, -16, hair)),
  }),
  afro: ({ hair }, view) => {
    const shade =
      view === 'front'
        ? path('M33 -8C34 -24 22 -40 6 -43C22 -34 26 -20 23 -4C27 -2 32 -3 33 -8Z', hair.shade, { opacity: 0.7 })
        : path('M31 -8C32 4 22 20 4 21C20 12 26 -4 22 -24C28 -20 31 -14 31 -8Z', hair.shade, { opacity: view === 'back' ? 0.6 : 0 });
    return {
      over:
        cloud(afroBumps[view], hair) +
        shade +
        line(view === 'side' ? 'M-26 -22Q-20 -34 -8 -37' : 'M-22 -24Q-16 -34 -5 -37.5', hair.light, 3.4, { opacity: 0.7 }),
    };
  },
  locks: ({ hair }, view) => {
    if (view === 'back') {
      return {
        over:
          backOfHead(hair) +
          [-20, 20, -12, 12, -4, 4]
            .map((x, i) => rope(hair, `M${x * 0.8} -8Q${x * 1.15} 8 ${x * 1.1} ${24 + (i % 3) * 3}`, i > 3))
            .join('') +
          sheen(hair),
      };
    }
    if (view === 'side') {
      return {
        over:
          [-8, -13, -18, -23].map((x, i) => rope(hair, `M${x + 2} -6Q${x - 2} 8 ${x - 1} ${25 - i * 2}`, i % 2 === 0)).join('') +
          sideCap(hair) +
          rope(hair, 'M-2 -24Q-14 -12 -15 16') +
          rope(hair, 'M6 -24Q-6 -18 -8 -4'),
      };
    }
    const fall = [-25, 25].map((x) => rope(hair, `M${x * 0.8} -14Q${x * 1.1} 4 ${x} 27`, true)).join('');
    const ends = [
      [-21, 22],
      [21, 22],
      [-16, -3],
      [16, -4],
    ] as const;
    const crown = ends.map(([x, y]) => rope(hair, `M${x * 0.25} -25Q${x * 1.15} -22 ${x * 1.1} ${y}`)).join('');
    return {
      behind: fall,
      over:
        path('M-22 -4C-24 -18 -14 -27 0 -27C14 -27 24 -18 22 -4C14 -12 -14 -12 -22 -4Z', hair.base) +
        crown +
        rope(hair, 'M-3 -26Q-11 -20 -9 -8') +
        rope(hair, 'M3 -26Q10 -20 8 -9') +
        rope(hair, 'M0 -27Q-1 -20 0 -11') +
        sheen(hair, 'M-15 -18Q-11 -24 -4 -25'),
    };
  },
} as const satisfies Record<string, HairDrawer>;
