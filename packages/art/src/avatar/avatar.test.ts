import { Look, bodies, bottoms, beards, faces, glasses, hairStyles, headwear, shoes, tops } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { avatarCatalogue } from './avatar-catalogue.ts';
import { avatarMarkup, portraitSvg } from './avatar.ts';
import { lookHash } from './look-hash.ts';
import { randomLook } from './look.ts';
import { frameCounts } from './pose.ts';
import type { Action, Direction } from './pose.ts';
import { avatarSheet, avatarSheetSvg, frameOf } from './sheet.ts';

const directions: readonly Direction[] = ['down', 'up', 'left', 'right'];
const actions: readonly Action[] = ['stand', 'walk', 'sit', 'wave'];
const [ines] = avatarCatalogue;
const look = ines?.look ?? randomLook(1);

describe('avatarMarkup', () => {
  it('draws every choice of every part from all sides', () => {
    const choices = { body: bodies, face: faces, hair: hairStyles, beard: beards, top: tops, bottom: bottoms, shoes, glasses, headwear };
    for (const [part, list] of Object.entries(choices))
      for (const choice of list)
        for (const direction of directions) {
          const markup = avatarMarkup(Look.parse({ ...look, [part]: choice }), { direction, action: 'walk', frame: 1 });
          expect(markup, `${part} ${choice}`).not.toMatch(/NaN|undefined|\[object/);
        }
  });

  it('shows each of the ten skins in its own tone', () => {
    expect(new Set(Array.from({ length: 10 }, (_, skin) => portraitSvg({ ...look, skin }))).size).toBe(10);
  });
});

describe('avatarCatalogue', () => {
  it('offers twelve looks that the wire allows, each with its own key, name and appearance', () => {
    expect(avatarCatalogue).toHaveLength(12);
    for (const entry of avatarCatalogue) expect(Look.parse(entry.look)).toEqual(entry.look);
    expect(new Set(avatarCatalogue.map(({ key }) => key)).size).toBe(12);
    expect(new Set(avatarCatalogue.map((entry) => lookHash(entry.look))).size).toBe(12);
    expect(avatarCatalogue.every(({ key }) => /^[a-z]+$/.test(key))).toBe(true);
  });
});

describe('randomLook', () => {
  it('gives the same person for the same seed, and only looks that the wire allows', () => {
    for (let seed = 0; seed < 200; seed += 1) expect(Look.parse(randomLook(seed))).toEqual(randomLook(seed));
  });
});

describe('lookHash', () => {
  it('does not depend on the order in which parts were written', () => {
    const reversed = Look.parse(Object.fromEntries(Object.entries(look).reverse()));
    expect(lookHash(Object.fromEntries(Object.entries(reversed).reverse()) as typeof look)).toBe(lookHash(look));
    expect(lookHash(look)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('differs for 5,000 people and for a change of a single part', () => {
    const looks = new Map(Array.from({ length: 5_000 }, (_, seed) => [JSON.stringify(randomLook(seed)), randomLook(seed)]));
    expect(new Set([...looks.values()].map(lookHash)).size).toBe(looks.size);
    expect(lookHash({ ...look, earrings: !look.earrings })).not.toBe(lookHash(look));
  });
});

describe('the sheet of a look', () => {
  it('gives every frame of the three drawn directions a cell of its own within 6 × 6', () => {
    const cells = directions
      .filter((direction) => direction !== 'left')
      .flatMap((direction) =>
        actions.flatMap((action) => Array.from({ length: frameCounts[action] }, (_, i) => frameOf(direction, action, i))),
      );
    expect(new Set(cells.map(({ x, y }) => `${x},${y}`)).size).toBe(36);
    expect(Math.max(...cells.map(({ x, width }) => x + width))).toBe(312);
    expect(Math.max(...cells.map(({ y, height }) => y + height))).toBe(456);
    expect(avatarSheet).toMatchObject({ columns: 6, rows: 6 });
  });

  it('mirrors right for left and repeats the frames of an action', () => {
    expect(frameOf('left', 'walk', 3)).toEqual({ ...frameOf('right', 'walk', 3), mirrored: true });
    expect(frameOf('down', 'walk', 7)).toEqual(frameOf('down', 'walk', 1));
  });

  it('holds in each cell the frame that it is said to', () => {
    const svg = avatarSheetSvg(look);
    const { x, y } = frameOf('up', 'wave', 2);
    const [, cell = ''] = svg.split(`<svg x="${x * 2}" y="${y * 2}" `);
    const clean = (markup: string): string => markup.replace(/-?\d+\.\d{3,}/g, (value) => String(Number(Number(value).toFixed(2))));
    expect(cell.slice(cell.indexOf('>') + 1).startsWith(clean(avatarMarkup(look, { direction: 'up', action: 'wave', frame: 2 })))).toBe(
      true,
    );
    expect(svg.match(/<svg /g)).toHaveLength(37);
  });
});
