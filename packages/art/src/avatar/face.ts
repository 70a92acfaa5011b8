/** Eyes, brows, nose, mouth and cheeks, in head coordinates. Small features, low on a large head: that is the charm. */
import { ink, paper } from '../palette.ts';
import { ellipse, line, path } from '../shapes.ts';
import type { Figure } from './figure.ts';
import type { Look } from '@metaverse/contracts';

interface Expression {
  eyes: 'open' | 'happy' | 'wide' | 'half' | 'wink';
  /** Brow height and slant; positive slant lifts the outer end. */
  brow: number;
  slant: number;
  /** Mouth for the front view, centred on x 0. */
  mouth: 'line' | 'smile' | 'grin' | 'smirk' | 'small' | 'oh';
}

const expressions: Record<Look['face'], Expression> = {
  calm: { eyes: 'open', brow: -4.5, slant: -0.4, mouth: 'line' },
  smile: { eyes: 'open', brow: -5, slant: 0.4, mouth: 'smile' },
  grin: { eyes: 'happy', brow: -5.6, slant: 0.2, mouth: 'grin' },
  cheeky: { eyes: 'wink', brow: -5.4, slant: 0.6, mouth: 'smirk' },
  dreamy: { eyes: 'half', brow: -6.4, slant: -1.2, mouth: 'smile' },
  surprised: { eyes: 'wide', brow: -7.4, slant: 0.2, mouth: 'oh' },
};

const mouths: Record<Expression['mouth'], (deep: string) => string> = {
  line: (deep) => line('M-3.2 14.6Q0 15.6 3.2 14.6', deep, 1.9),
  smile: (deep) => line('M-4.6 13.4Q0 17.8 4.6 13.4', deep, 1.9),
  grin: (deep) =>
    path('M-5.4 12.6Q0 13.6 5.4 12.6Q5 18.6 0 18.6Q-5 18.6 -5.4 12.6Z', deep) +
    path('M-4.4 13.1Q0 14 4.4 13.1Q4.2 14.8 0 15Q-4.2 14.8 -4.4 13.1Z', paper.pale),
  smirk: (deep) => line('M-3.6 14.8Q1.5 16.6 4.8 12.8', deep, 1.9),
  small: (deep) => line('M-2.4 14.4Q0 16 2.4 14.4', deep, 1.9),
  oh: (deep) => ellipse(0, 15.2, 2.6, 3, deep),
};

const openEye = (x: number, y: number, isWide: boolean, rx = 3.1): string =>
  ellipse(x, y, rx + 1.1, isWide ? 5.3 : 4.8, paper.pale) +
  ellipse(x, y + 0.2, rx, isWide ? 4 : 4.3, ink.shade) +
  ellipse(x - 1, y - 1.7, 1.1, 1.3, paper.pale);

const closedEye = (x: number, y: number, isHappy: boolean, w = 3.6): string =>
  line(
    isHappy ? `M${x - w} ${y + 1.6}Q${x} ${y - 3.6} ${x + w} ${y + 1.6}` : `M${x - w} ${y}Q${x} ${y + 3.2} ${x + w} ${y}`,
    ink.shade,
    2.2,
  );

const eye = (kind: Expression['eyes'], x: number, y: number, lid: string, isRight: boolean, rx?: number): string => {
  if (kind === 'happy' || (kind === 'wink' && isRight)) return closedEye(x, y, true, rx);
  if (kind === 'half')
    return (
      openEye(x, y, false, rx) +
      path(`M${x - 4.8} ${y - 0.4}Q${x} ${y - 4.2} ${x + 4.8} ${y - 0.4}V${y - 5.6}H${x - 4.8}Z`, lid) +
      line(`M${x - 4.4} ${y}Q${x} ${y - 4} ${x + 4.4} ${y}`, ink.shade, 1.8)
    );
  return openEye(x, y, kind === 'wide', rx);
};

/** The face of somebody seen from the front or the side; from behind there is none. */
export const facePart = ({ look, pose, view, skin, hair }: Figure): string => {
  if (view === 'back') return '';
  const { eyes, brow, slant, mouth } = expressions[look.face];
  const browColor = look.hair === 'bald' && look.beard === 'none' ? skin.deep : look.skin > 6 ? hair.deep : hair.shade;
  if (view === 'side') {
    const sideEye = pose.blink ? closedEye(12.5, 6, false, 2.8) : eye(eyes === 'wink' ? 'open' : eyes, 12.5, 5.5, skin.base, true, 2.4);
    const sideMouth =
      eyes === 'wide'
        ? ellipse(17, 15, 1.8, 2.6, skin.deep)
        : mouth === 'grin'
          ? path('M12 12.8L19.6 12.6Q18.4 18 14.5 17.4Z', skin.deep)
          : line(mouth === 'line' ? 'M14.5 14.6H19' : 'M13.6 13.4Q16 16.4 19.2 14.6', skin.deep, 1.9);
    return (
      ellipse(10.5, 12.6, 3.6, 2.5, skin.pale, { opacity: 0.5 }) +
      sideEye +
      sideMouth +
      line(`M9.5 ${brow + 0.4 - slant}L16 ${brow + 0.2}`, browColor, 2.2)
    );
  }
  const blush = ellipse(-14.2, 12.2, 4, 2.7, skin.pale, { opacity: 0.55 }) + ellipse(14.2, 12.2, 4, 2.7, skin.pale, { opacity: 0.55 });
  const cheeks = look.beard === 'beard' ? '' : blush;
  const bothEyes = pose.blink
    ? closedEye(-9, 6, false) + closedEye(9, 6, false)
    : eye(eyes, -9, 5.5, skin.base, false) + eye(eyes, 9, 5.5, skin.base, true);
  const brows = line(
    `M-12.8 ${brow + 0.6 - slant}Q-9.6 ${brow - 1.2} -6 ${brow + 0.4}M12.8 ${brow + 0.6 - slant}Q9.6 ${brow - 1.2} 6 ${brow + 0.4}`,
    browColor,
    2.2,
  );
  return cheeks + bothEyes + brows + line('M-1 10.4Q0.4 11.6 1.6 10.4', skin.deep, 1.6, { opacity: 0.7 }) + mouths[mouth](skin.deep);
};
