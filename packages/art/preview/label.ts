import { ink } from '../src/palette.ts';

/** A line of text on a contact sheet; x and y are the start of its base line in units. */
export const label = (x: number, y: number, { text, size, color = ink.base }: { text: string; size: number; color?: string }): string =>
  `<text x="${x}" y="${y}" font-family="Figtree, Inter, Arial, sans-serif" font-size="${size}" fill="${color}">${text}</text>`;
