/** The contact sheet of pieces: every one with its id on a hint of its footprint. */
import { pieces } from '../src/catalogue.ts';
import { ink, oak, slate } from '../src/palette.ts';
import { footprint } from '../src/piece.ts';
import type { Piece, Rotation } from '../src/piece.ts';
import { EAST, NORTH, SOUTH, WEST } from '../src/pieces/walls.ts';
import { rect, shift, svgDocument } from '../src/shapes.ts';
import { label } from './label.ts';

const SHEET_WIDTH = 2560;
const GAP = 34;

interface Block {
  w: number;
  h: number;
  art: string;
}

/** A piece in one rotation on a hint of its footprint. */
const cell = (piece: Piece, rotation: Rotation, variant: number): Block => {
  const { w, d } = footprint(piece, rotation);
  const top = Math.max(piece.artTop, 8);
  const art = shift(
    0,
    top,
    rect(0, 0, w, d, oak.base, 4, { opacity: 0.28 }) + piece.svg(rotation, variant) + (piece.overlay?.svg(rotation, variant) ?? ''),
  );
  const name = rotation === 0 ? piece.id : `${rotation * 90}°`;
  return {
    w: Math.max(w, rotation === 0 ? piece.id.length * 8.6 : 30),
    h: top + d + 34,
    art: art + label(0, top + d + 22, { text: name, size: 16, color: rotation === 0 ? ink.base : slate.light }),
  };
};

/** Lays blocks out in lines no wider than `width`. */
const flow = (blocks: readonly Block[], width: number, gap: number): Block => {
  let [x, y, lineHeight, widest, art] = [0, 0, 0, 0, ''];
  for (const block of blocks) {
    if (x > 0 && x + block.w > width) [x, y, lineHeight] = [0, y + lineHeight + gap * 0.5, 0];
    art += shift(x, y, block.art);
    x += block.w + gap;
    [lineHeight, widest] = [Math.max(lineHeight, block.h), Math.max(widest, x - gap)];
  }
  return { w: widest, h: y + lineHeight, art };
};

/** Which rotations the sheet shows: all of them once per kind, the first for every further colour. */
const shownRotations = (piece: Piece, seen: Set<string>): readonly Rotation[] => {
  const kind = piece.id.replace(/-(slate|lagoon|persimmon|mustard|moss|plum|rose|white)$/, '');
  if (piece.family === 'surfaces' || kind === 'stool' || kind === 'pouf' || seen.has(kind)) return [0];
  seen.add(kind);
  return piece.rotations;
};

/** Which variants: walls as straight run, corners, ends and crossing once, in one colour for the others; floors all. */
const shownVariants = (piece: Piece): readonly number[] => {
  if (piece.id === 'wall-plaster')
    return [
      EAST | WEST,
      EAST | SOUTH,
      SOUTH | WEST,
      NORTH | EAST,
      NORTH | WEST,
      NORTH | SOUTH,
      NORTH,
      EAST,
      WEST,
      NORTH | EAST | SOUTH | WEST,
    ];
  if (piece.variants === 16) return [EAST | WEST];
  return piece.family === 'floors' ? Array.from({ length: piece.variants ?? 1 }, (_, i) => i) : [0];
};

/** Every piece, by family. */
export const pieceSheet = (): string => {
  const seen = new Set<string>();
  const families = [...new Set(pieces.map(({ family }) => family))].map((family) => {
    const cells = pieces
      .filter((piece) => piece.family === family)
      .flatMap((piece) =>
        shownRotations(piece, seen).flatMap((rotation) => shownVariants(piece).map((variant) => cell(piece, rotation, variant))),
      );
    const body = flow(cells, SHEET_WIDTH - 2 * GAP, GAP);
    return {
      w: Math.max(body.w, 120),
      h: body.h + 60,
      art: label(0, 20, { text: family, size: 22, color: slate.base }) + shift(0, 34, body.art),
    };
  });
  const sheet = flow(families, SHEET_WIDTH - 2 * GAP, GAP * 2);
  const height = sheet.h + 120;
  return svgDocument(
    { x: 0, y: 0, width: SHEET_WIDTH, height },
    rect(0, 0, SHEET_WIDTH, height, oak.pale) + label(GAP, 56, { text: 'Pieces', size: 34 }) + shift(GAP, 90, sheet.art),
  );
};
