import type { Presence } from '@metaverse/contracts';
import { createCanvas } from './rasterise.ts';

/** What a label says and how it looks. */
export type LabelText = { readonly name: string; readonly presence: Presence; readonly isMine: boolean };

/** The colours of labels; those of one's own follow the theme. */
export type LabelColors = { readonly ground: string; readonly ink: string; readonly mine: string; readonly onMine: string };

const LABEL_HEIGHT_PX = 22;
const PAD_PX = 9;
const DOT_PX = 9;
const DOT_PAD_PX = 6;
const DOT_GAP_PX = 5;
const END_PAD_PX = 8;
/** Longer names end in "…": the people list has them whole. */
const NAME_MAX_PX = 112;
const FONT = '600 12px Figtree, system-ui, sans-serif';

/** A canvas draws with whatever font is there in that moment. Resolves when the interface's is, or cannot be had. */
export async function loadLabelFont(): Promise<void> {
  await document.fonts.load(FONT).catch(() => undefined);
}

/** Presence on the dark ground of labels, the same in both themes. */
const presenceColors: Readonly<Record<Presence, string>> = {
  online: '#7fd39b',
  away: '#f0c066',
  busy: '#f799b5',
  dnd: '#f799b5',
  offline: '#c5beb3',
};

type Draw = (context: CanvasRenderingContext2D) => void;

const disc: Draw = (context) => {
  context.arc(6, 6, 5.5, 0, 2 * Math.PI);
  context.fill();
};

/** The shapes of presence on a 12-px grid: as everywhere else in the interface. */
const presenceShapes: Readonly<Record<Presence, Draw>> = {
  online: disc,
  away: (context) => {
    context.fill(new Path2D('M6.8.5a5.5 5.5 0 1 0 4.7 7.4A4.4 4.4 0 0 1 6.8.5z'));
  },
  busy: (context) => {
    context.roundRect(1, 1, 10, 10, 2.5);
    context.fill();
  },
  dnd: (context) => {
    disc(context);
    context.beginPath();
    context.roundRect(2.8, 5, 6.4, 2, 1);
    context.fillStyle = '#2e2b27';
    context.fill();
  },
  offline: (context) => {
    context.arc(6, 6, 4.2, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.stroke();
  },
};

const measure = createMeasure();

function createMeasure(): (text: string) => number {
  let context: CanvasRenderingContext2D | null = null;
  return (text) => {
    context ??= createCanvas(1, 1).context;
    context.font = FONT;
    return context.measureText(text).width;
  };
}

/** The name, cut where it grows too long, between letters as people see them. */
const fitted = (name: string): string => {
  if (measure(name) <= NAME_MAX_PX) return name;
  const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  while (letters.length > 1 && measure(`${letters.join('')}…`) > NAME_MAX_PX) letters.pop();
  return `${letters.join('').trimEnd()}…`;
};

/** Draws a name label of 22 CSS px height at so many pixels to one. */
export function drawLabel({ name, presence, isMine }: LabelText, colors: LabelColors, resolution: number): HTMLCanvasElement {
  const text = fitted(name);
  const textX = isMine ? PAD_PX : DOT_PAD_PX + DOT_PX + DOT_GAP_PX;
  const width = Math.ceil(textX + measure(text) + (isMine ? PAD_PX : END_PAD_PX));
  const { canvas, context } = createCanvas(width * resolution, LABEL_HEIGHT_PX * resolution);
  context.scale(resolution, resolution);

  context.fillStyle = isMine ? colors.mine : colors.ground;
  context.beginPath();
  context.roundRect(0, 0, width, LABEL_HEIGHT_PX, LABEL_HEIGHT_PX / 2);
  context.fill();

  if (!isMine) {
    context.save();
    context.translate(DOT_PAD_PX, (LABEL_HEIGHT_PX - DOT_PX) / 2);
    context.scale(DOT_PX / 12, DOT_PX / 12);
    context.fillStyle = presenceColors[presence];
    context.strokeStyle = presenceColors[presence];
    context.beginPath();
    presenceShapes[presence](context);
    context.restore();
  }
  context.font = FONT;
  context.textBaseline = 'alphabetic';
  context.fillStyle = isMine ? colors.onMine : colors.ink;
  context.fillText(text, textX, 15.2);
  return canvas;
}
