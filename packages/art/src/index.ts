/** The drawn world: pieces, places, people, and what a renderer needs to put them on a screen. Pure functions, no Node, no DOM. */
export { elementCatalogue, findPiece, floorIds, pieceById, pieces, placeablePieces, wallFinishes } from './catalogue.ts';
export type { ElementEntry } from './catalogue.ts';
export { pieceIconSvg, pieceSvg } from './piece-svg.ts';
export type { PieceDrawing, PiecePart, PieceView } from './piece-svg.ts';
export { hairColors, meadowColor, nightTint, ramps, skins } from './palette.ts';
export type { Ramp } from './palette.ts';
export type { Layer, Piece, Rotation, Seat } from './piece.ts';
export { footprint, shownRotation } from './piece.ts';
export { TILE, svgDocument } from './shapes.ts';

export { avatarCatalogue } from './avatar/avatar-catalogue.ts';
export type { AvatarEntry } from './avatar/avatar-catalogue.ts';
export { avatarFrame, avatarMarkup, avatarSvg, headCrop, portraitSvg } from './avatar/avatar.ts';
export { lookHash } from './avatar/look-hash.ts';
export { randomLook } from './avatar/look.ts';
export { frameCounts, frameMs } from './avatar/pose.ts';
export type { Action, Direction, Pose } from './avatar/pose.ts';
export { avatarSheet, avatarSheetSvg, frameOf } from './avatar/sheet.ts';
export type { SheetFrame } from './avatar/sheet.ts';

export { drawOrder, originOf, paintBands } from './scene/draw-order.ts';
export type { DrawOrder, PaintBand, PlacementOrder } from './scene/draw-order.ts';
export { emptyGround } from './scene/empty.ts';
export { groundSvg, wallCapsSvg } from './scene/ground-svg.ts';
export type { GroundPlan, MapPlan, MapTemplate } from './scene/map.ts';
export type { Region } from './scene/region.ts';
export { sceneSvg } from './scene/render-scene.ts';
export type { SceneOptions, ScenePerson } from './scene/render-scene.ts';
export { seatsOf } from './scene/seats.ts';
export { mapTemplates } from './scene/templates.ts';
export { mapThumbnailSvg } from './scene/thumbnail.ts';
export { variantOf } from './scene/variants.ts';
export { wallCells } from './scene/wall-cells.ts';
export type { WallCell } from './scene/wall-cells.ts';
