import { DESCRIPTION_MAX, NAME_MAX, SPACE_SIDE_MAX, SPACE_SIDE_MIN } from '@metaverse/contracts';

/** Each says what is wrong with what was typed, or nothing. The server checks the same again. */

export function spaceNameWrong(name: string): string | undefined {
  if (name.trim() === '') return 'Name it after a place, or after what it is for.';
  return name.length > NAME_MAX ? `At most ${NAME_MAX} characters.` : undefined;
}

export const descriptionWrong = (text: string): string | undefined =>
  text.length > DESCRIPTION_MAX ? `At most ${DESCRIPTION_MAX} characters.` : undefined;

export function sideWrong(side: string): string | undefined {
  if (!/^\d+$/.test(side.trim())) return 'Whole tiles, in digits.';
  const tiles = Number(side);
  if (tiles < SPACE_SIDE_MIN) return `At least ${SPACE_SIDE_MIN} tiles.`;
  return tiles > SPACE_SIDE_MAX ? `At most ${SPACE_SIDE_MAX} tiles.` : undefined;
}
