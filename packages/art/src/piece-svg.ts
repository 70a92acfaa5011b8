/** Single pieces as SVG documents, for atlases, catalogues and editors. */
import { findPiece } from './catalogue.ts';
import { footprint, shownRotation } from './piece.ts';
import type { Piece, Rotation } from './piece.ts';
import { svgDocument } from './shapes.ts';

/** What a piece consists of: its art, what covers people, its light at night, the sun it lets in by day. */
export type PiecePart = 'art' | 'overlay' | 'glow' | 'daylight';

export interface PieceView {
  readonly rotation?: Rotation;
  readonly variant?: number;
  readonly part?: PiecePart;
}

export interface PieceDrawing {
  readonly svg: string;
  /** Where the document lies, in units from the upper left corner of the footprint. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** How far art may hang below a footprint, in units. */
const ART_BELOW = 12;
/** Sun falls to the right of its window and onto the floor below it, in units. */
const SUN_RIGHT = 64;
const SUN_BELOW = 96;

type Box = PieceDrawing['box'];

const artBox = (piece: Piece, rotation: Rotation): Box => {
  const { w, d } = footprint(piece, rotation);
  return { x: -piece.artSide, y: -piece.artTop, width: w + 2 * piece.artSide, height: piece.artTop + d + ART_BELOW };
};

const sunBox = (piece: Piece, rotation: Rotation): Box => {
  const { w, d } = footprint(piece, rotation);
  return { x: 0, y: d, width: w + SUN_RIGHT, height: SUN_BELOW };
};

/** Every glow is one ellipse with a gradient (`radialGlow`), so its size can be read from the markup. */
const glowBox = (markup: string): Box => {
  const read = (name: string): number => Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(markup)?.[1] ?? 0);
  const [rx, ry] = [read('rx'), read('ry')];
  return { x: read('cx') - rx, y: read('cy') - ry, width: 2 * rx, height: 2 * ry };
};

/**
 * A part of a piece as an SVG document and the box that it fills, 2 units to a CSS px. Undefined when there is no such
 * piece or it has no such part. A rotation that a piece is not drawn in gives its first one.
 */
export const pieceSvg = (id: string, { rotation: asked = 0, variant = 0, part = 'art' }: PieceView = {}): PieceDrawing | undefined => {
  const piece = findPiece(id);
  if (!piece) return undefined;
  const rotation = shownRotation(piece, asked);
  const drawn = (box: Box, markup: string): PieceDrawing => ({ svg: svgDocument(box, markup), box });

  switch (part) {
    case 'art':
      return drawn(artBox(piece, rotation), piece.svg(rotation, variant));
    case 'overlay':
      return piece.overlay && drawn(artBox(piece, rotation), piece.overlay.svg(rotation, variant));
    case 'glow': {
      const markup = piece.glow?.(rotation);
      return markup === undefined ? undefined : drawn(glowBox(markup), markup);
    }
    case 'daylight':
      return piece.daylight && drawn(sunBox(piece, rotation), piece.daylight(rotation));
    default:
      return part satisfies never;
  }
};

/** A piece as it looks when nobody is near, overlay included: for catalogues and editors. */
export const pieceIconSvg = (id: string, rotation: Rotation = 0): string | undefined => {
  const piece = findPiece(id);
  if (!piece) return undefined;
  const shown = shownRotation(piece, rotation);
  return svgDocument(artBox(piece, shown), piece.svg(shown) + (piece.overlay?.svg(shown) ?? ''));
};
