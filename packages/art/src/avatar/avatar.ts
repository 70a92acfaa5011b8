/** Puts the parts of a person together. Origin of all body parts is the feet point. */
import { ramps } from '../palette.ts';
import { mirror, roundShadow, shift, svgDocument } from '../shapes.ts';
import { armPart } from './arms.ts';
import { beardPart } from './beard.ts';
import { facePart } from './face.ts';
import { figureFor } from './figure.ts';
import type { Figure } from './figure.ts';
import { hairFor } from './hair.ts';
import { frontEarrings, headPart, sideEar } from './head.ts';
import { glassesPart, headwearPart, scarfPart } from './headwear.ts';
import { legsPart } from './legs.ts';
import type { Look } from '@metaverse/contracts';
import { HEAD_Y } from './pose.ts';
import type { Pose } from './pose.ts';
import { torsoPart } from './torso.ts';
import { wheelchairPart } from './wheelchair.ts';

/** One animation frame: 104 × 152 units (52 × 76 CSS px), feet point at 52, 136 from its upper left corner. */
export const avatarFrame = { width: 104, height: 152, anchorX: 52, anchorY: 136 } as const;

/** Square crop around the head for round profile pictures, relative to the feet point of a standing figure. */
export const headCrop = { x: -37, y: -122, size: 74 } as const;

/** Side views of wrapped heads and of hair that covers the ear hide it. */
const hidesEar: ReadonlySet<Look['hair']> = new Set(['hijab', 'bob', 'long', 'wavy', 'afro', 'locks']);

const headGroup = (figure: Figure, hair: string): string => {
  const ear = figure.view === 'side' && !hidesEar.has(figure.look.hair) ? sideEar(figure) : '';
  return (
    headPart(figure) +
    beardPart(figure) +
    facePart(figure) +
    hair +
    ear +
    glassesPart(figure) +
    frontEarrings(figure) +
    headwearPart(figure)
  );
};

/** A person as markup around the feet point, without the ground shadow. */
const body = (figure: Figure): string => {
  const { rig, view, look, pose } = figure;
  const hair = hairFor(figure);
  const chair = look.wheelchair ? wheelchairPart(figure) : { behind: '', front: '' };
  const upper = (content: string): string => shift(rig.bodyX, rig.bodyY, content);
  const scarf = look.scarf === 'none' ? '' : scarfPart(figure, ramps[look.scarf]);
  const behind = hair.behind ? upper(shift(0, HEAD_Y, hair.behind)) : '';
  const head = upper(shift(0, HEAD_Y, headGroup(figure, hair.over)));
  const near = upper(armPart(figure, 'near'));
  const far = upper(armPart(figure, 'far'));
  const torso = upper(torsoPart(figure) + scarf);
  const isWaving = pose.action === 'wave';
  const armsInFront = rig.isSitting && view === 'front';

  const layers =
    view === 'side'
      ? [chair.behind, far, legsPart(figure), torso, chair.front, isWaving ? '' : near, head, isWaving ? near : '']
      : [
          behind,
          chair.behind,
          view === 'back' && rig.isSitting ? far + near : '',
          legsPart(figure),
          armsInFront || (view === 'back' && rig.isSitting) ? '' : far + (isWaving ? '' : near),
          torso,
          armsInFront ? far + (isWaving ? '' : near) : '',
          chair.front,
          head,
          isWaving ? near : '',
        ];
  return layers.join('');
};

/** Markup of a person, origin at the feet point; for scenes that are one document. */
export const avatarMarkup = (look: Look, pose: Pose): string => {
  const figure = figureFor(look, pose);
  const markup = pose.direction === 'left' ? mirror(body(figure)) : body(figure);
  const radius = look.wheelchair ? 25 : pose.action === 'sit' ? 0 : 17;
  return (radius > 0 ? roundShadow(0, 0, radius, radius * 0.4, 1.5) : '') + markup;
};

/** One frame of a person as an SVG document of `avatarFrame` size. */
export const avatarSvg = (look: Look, pose: Pose): string => {
  const { width, height, anchorX, anchorY } = avatarFrame;
  return svgDocument({ x: -anchorX, y: -anchorY, width, height }, avatarMarkup(look, pose));
};

/** The round profile picture: the head crop of a front view. */
export const portraitSvg = (look: Look): string => {
  const { x, y, size } = headCrop;
  return svgDocument(
    { x, y, width: size, height: size },
    avatarMarkup({ ...look, wheelchair: false }, { direction: 'down', action: 'stand', frame: 0 }),
  );
};
