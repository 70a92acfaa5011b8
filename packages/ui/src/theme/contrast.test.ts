import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Tokens = ReadonlyMap<string, string>;

const css = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8');

const declared = (block: string): Map<string, string> =>
  new Map(Array.from(block.matchAll(/--color-([\w-]+):\s*(#[\da-f]{6})/gu), ([, name = '', value = '']) => [name, value]));

const between = (start: string, end: string): string => css.slice(css.indexOf(start), css.indexOf(end));

const light: Tokens = declared(between('@theme static', "[data-theme='dark']"));
const dark: Tokens = new Map([...light, ...declared(between("[data-theme='dark']", '@media (prefers-contrast'))]);

const channel = (hex: string, at: number): number => {
  const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** WCAG 2.1, relative luminance. */
const luminance = (hex: string): number => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

const token = (tokens: Tokens, name: string): string => {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`no colour token is called ${name}`);
  return value;
};

/** WCAG 2.1, contrast ratio: 1 to 21. */
const contrast = (tokens: Tokens, front: string, ground: string): number => {
  const [a, b] = [luminance(token(tokens, front)), luminance(token(tokens, ground))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

const TEXT = 4.5;
const GRAPHICS = 3;

/** Front, the grounds it is used on, and what WCAG asks for. A new pair is added here before it is used. */
const pairs: readonly (readonly [front: string, grounds: readonly string[], least: number])[] = [
  ['ink', ['paper', 'surface', 'sunken', 'hover', 'press', 'raised'], TEXT],
  ['ink', ['mark', 'mark-soft', 'amber-soft', 'berry-soft', 'tide-soft'], TEXT],
  ['ink-2', ['paper', 'surface', 'sunken', 'hover', 'press', 'tag'], TEXT],
  ['muted', ['paper', 'surface', 'sunken', 'hover', 'mark-soft'], TEXT],
  ['on-inverse', ['inverse'], TEXT],
  ['inverse-muted', ['inverse'], TEXT],
  ['on-accent', ['accent', 'accent-hover', 'accent-press'], TEXT],
  ['accent-text', ['paper', 'surface', 'accent-soft'], TEXT],
  ['tide', ['paper', 'surface', 'sunken', 'tide-soft'], TEXT],
  ['green', ['paper', 'surface', 'green-soft'], TEXT],
  ['amber', ['paper', 'surface', 'amber-soft'], TEXT],
  ['berry', ['paper', 'surface', 'hover', 'berry-soft'], TEXT],
  ['on-berry', ['berry', 'berry-hover'], TEXT],
  ['on-tile', ['tile-1', 'tile-2', 'tile-3', 'tile-4', 'tile-5'], TEXT],
  ['on-speech', ['speech'], TEXT],
  ['field', ['paper', 'surface', 'sunken'], GRAPHICS],
  ['knob', ['field'], GRAPHICS],
  ['knob-on', ['green'], GRAPHICS],
  ['accent', ['paper', 'surface'], GRAPHICS],
  ['online', ['paper', 'surface', 'hover'], GRAPHICS],
  ['away', ['paper', 'surface', 'hover'], GRAPHICS],
  ['busy', ['paper', 'surface', 'hover'], GRAPHICS],
  ['offline', ['paper', 'surface', 'hover'], GRAPHICS],
  ['series-1', ['paper', 'surface'], GRAPHICS],
  ['series-2', ['paper', 'surface'], GRAPHICS],
  ['series-3', ['paper', 'surface'], GRAPHICS],
  ['series-4', ['paper', 'surface'], GRAPHICS],
];

const cases = pairs.flatMap(([front, grounds, least]) => grounds.map((ground) => ({ front, ground, least })));

describe.each([
  { theme: 'light', tokens: light },
  { theme: 'dark', tokens: dark },
])('contrast in the $theme theme', ({ tokens }) => {
  it.each(cases)('$front on $ground is at least $least', ({ front, ground, least }) => {
    expect(contrast(tokens, front, ground)).toBeGreaterThanOrEqual(least);
  });
});

it('reads two different themes', () => {
  expect(token(light, 'paper')).not.toBe(token(dark, 'paper'));
});

it('agrees with the known ratio of black on white', () => {
  const extremes = new Map([
    ['black', '#000000'],
    ['white', '#ffffff'],
  ]);
  expect(contrast(extremes, 'black', 'white')).toBeCloseTo(21, 5);
});
