import { avatarCatalogue, seatsOf, TILE, type Direction, type MapPlan, type Pose, type ScenePerson } from '@metaverse/art';

/** Somebody of the catalogue at a feet point, in tiles. */
export type Guest = { name: string; x: number; y: number; pose?: Partial<Pose> };
/** Somebody on the first seat of the piece that stands on a tile. */
export type Sitter = { name: string; piece: string; x: number; y: number };

const lookOf = (name: string) => {
  const entry = avatarCatalogue.find((avatar) => avatar.name === name);
  if (!entry) throw new Error(`nobody in the catalogue is called ${name}`);
  return entry.look;
};

export const standing = ({ name, x, y, pose }: Guest): ScenePerson => ({
  look: lookOf(name),
  pose: { direction: 'down' satisfies Direction, action: 'stand', frame: 0, ...pose },
  x: x * TILE,
  y: y * TILE,
});

/** Throws when the plan has no such seat, so that a changed map is noticed when the scenes are drawn. */
export const sitting = (plan: MapPlan, { name, piece, x, y }: Sitter): ScenePerson => {
  const placement = plan.placements.find((each) => each.piece === piece && each.x === x && each.y === y);
  const seat = placement && seatsOf(placement)[0];
  if (!seat) throw new Error(`there is no ${piece} to sit on at ${x}, ${y}`);
  return {
    look: { ...lookOf(name), wheelchair: false },
    pose: { direction: seat.direction, action: 'sit', frame: 0 },
    x: seat.x,
    y: seat.y,
  };
};
