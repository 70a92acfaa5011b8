import { describe, expect, it } from 'vitest';
import { elementCatalogue, placeablePieces, pieces } from './catalogue.ts';
import { pieceIconSvg, pieceSvg } from './piece-svg.ts';

describe('pieceSvg', () => {
  it('draws every piece in every rotation and variant without a broken number', () => {
    for (const { id, rotations, variants = 1 } of pieces)
      for (const rotation of rotations)
        for (let variant = 0; variant < variants; variant += 1)
          expect(pieceSvg(id, { rotation, variant })?.svg, id).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('gives the box of the art around the footprint, which turns with the rotation', () => {
    expect(pieceSvg('sofa-moss')?.box).toEqual({ x: -12, y: -24, width: 152, height: 100 });
    expect(pieceSvg('sofa-moss', { rotation: 1 })?.box).toEqual({ x: -12, y: -24, width: 88, height: 164 });
  });

  it('draws a piece as it is when asked for a rotation it does not have', () => {
    expect(pieceSvg('bookshelf', { rotation: 1 })).toEqual(pieceSvg('bookshelf'));
  });

  it('gives a glow the box of its ellipse', () => {
    expect(pieceSvg('floor-lamp', { part: 'glow' })?.box).toEqual({ x: -238, y: -240, width: 540, height: 440 });
  });

  it('has no drawing for parts and pieces that do not exist', () => {
    expect(pieceSvg('bin', { part: 'glow' })).toBeUndefined();
    expect(pieceSvg('bin', { part: 'overlay' })).toBeUndefined();
    expect(pieceSvg('piano')).toBeUndefined();
    expect(pieceIconSvg('piano')).toBeUndefined();
  });

  it('keeps every glow a single ellipse, from which its box is read', () => {
    for (const { id, glow, rotations } of placeablePieces)
      for (const rotation of rotations) if (glow) expect(glow(rotation).match(/<(ellipse|rect|path|g)/g), id).toEqual(['<ellipse']);
  });
});

describe('elementCatalogue', () => {
  it('calls static what blocks a tile, and keeps every blocked tile in the footprint', () => {
    const entries = elementCatalogue();
    expect(new Set(entries.map(({ piece }) => piece)).size).toBe(entries.length);
    for (const { piece, width, height, static: isStatic, blocks } of entries) {
      expect(isStatic, piece).toBe(blocks.length > 0);
      expect(
        blocks.every(([x, y]) => x >= 0 && y >= 0 && x < width && y < height),
        piece,
      ).toBe(true);
    }
    expect(entries.find(({ piece }) => piece === 'desk')).toMatchObject({ width: 2, height: 1, static: true });
    expect(entries.find(({ piece }) => piece === 'office-chair-plum')).toMatchObject({ static: false, blocks: [] });
  });

  it('holds no floors and no walls of the ground', () => {
    expect(
      elementCatalogue().filter(
        ({ piece }) => /^(floor-oak|grass|carpet|path|water(-|$)|wall-(plaster|lagoon)|doorway)/.test(piece) && piece !== 'water-cooler',
      ),
    ).toEqual([]);
  });
});
