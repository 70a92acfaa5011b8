/** The contact sheet of people: the catalogue, random ones, one person in every frame, portraits. */
import type { Look } from '@metaverse/contracts';
import { avatarCatalogue } from '../src/avatar/avatar-catalogue.ts';
import { avatarMarkup, portraitSvg } from '../src/avatar/avatar.ts';
import { randomLook } from '../src/avatar/look.ts';
import { frameCounts } from '../src/avatar/pose.ts';
import type { Action, Direction, Pose } from '../src/avatar/pose.ts';
import { ink, oak, paper } from '../src/palette.ts';
import { rect, shift, svgDocument } from '../src/shapes.ts';
import { label } from './label.ts';

const COLUMN = 116;
const ROW = 164;
const PER_ROW = 14;
const MARGIN = 80;
/** From the top of a row to the feet of the people in it. */
const FEET = 220;
const PORTRAIT_RADIUS = 48;

const standing: Pose = { direction: 'down', action: 'stand', frame: 0 };
const directions: readonly Direction[] = ['down', 'right', 'up', 'left'];
const actions: readonly Action[] = ['stand', 'walk', 'sit', 'wave'];

const row = (y: number, people: readonly { look: Look; pose?: Pose }[]): string =>
  people.map(({ look, pose = standing }, i) => shift(i * COLUMN + MARGIN, y, avatarMarkup(look, pose))).join('');

const crowd = Array.from({ length: 2 * PER_ROW }, (_, i) => ({ look: randomLook(i + 1) }));
const posing = avatarCatalogue[0]?.look ?? randomLook(1);

/** One person in every frame of a direction, then rolling, then with closed eyes. */
const posesOf = (direction: Direction): { look: Look; pose: Pose }[] => [
  ...actions.flatMap((action) =>
    Array.from({ length: frameCounts[action] }, (_, frame) => ({ look: posing, pose: { direction, action, frame } })),
  ),
  { look: { ...posing, wheelchair: true }, pose: { direction, action: 'walk', frame: 0 } },
  { look: posing, pose: { ...standing, direction, blink: true } },
];

const portrait = (cx: number, cy: number, look: Look): string => {
  const [r, id] = [PORTRAIT_RADIUS, `portrait-${cx}`];
  const inner = portraitSvg(look).replace(
    /^<svg [^>]*viewBox="([^"]*)"[^>]*>/,
    `<svg x="${cx - r}" y="${cy - r}" width="${2 * r}" height="${2 * r}" viewBox="$1">`,
  );
  const circle = `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${paper.light}"/>`;
  return `<clipPath id="${id}">${circle}</clipPath>${circle}<g clip-path="url(#${id})">${inner}</g>`;
};

export const avatarSheet = (): string => {
  const posesTop = 3 * ROW + 130;
  const portraitsTop = posesTop + directions.length * ROW + 80;
  const width = PER_ROW * COLUMN + 50;
  const height = portraitsTop + 150;
  return svgDocument(
    { x: 0, y: 0, width, height },
    rect(0, 0, width, height, oak.light) +
      label(36, 56, { text: 'People: the catalogue, and some at random', size: 34 }) +
      row(FEET, avatarCatalogue) +
      row(FEET + ROW, crowd.slice(0, PER_ROW)) +
      row(FEET + 2 * ROW, crowd.slice(PER_ROW)) +
      label(36, posesTop + 22, { text: 'stand · walk 1–6 · sit · wave 1–4 · wheelchair · blink', size: 22, color: ink.light }) +
      directions.map((direction, i) => row(posesTop + i * ROW + 180, posesOf(direction))).join('') +
      label(36, portraitsTop - 8, { text: 'portraits', size: 22, color: ink.light }) +
      avatarCatalogue.map(({ look }, i) => portrait(i * COLUMN + MARGIN, portraitsTop + 66, look)).join(''),
  );
};
