import { avatarCatalogue } from '@metaverse/art';
import type { AvatarView, Look } from '@metaverse/contracts';

/** What somebody is about to look like: as in the catalogue, or by a look of their own. */
export type Draft = { avatarId: string | null; look: Look | null; imageUrl: string | null };

export const draftOf = ({ id, look, imageUrl }: AvatarView): Draft => ({ avatarId: id, look, imageUrl });

/** What changing a part of somebody without a look begins with. */
const plainLook = (): Look => {
  const [first] = avatarCatalogue;
  if (!first) throw new Error('the catalogue of avatars is empty');
  return first.look;
};

export const lookOf = (draft: Draft): Look => draft.look ?? plainLook();

/** A draft with some parts changed; it is no avatar of the catalogue any more. */
export const dressed = (draft: Draft, parts: Partial<Look>): Draft => ({
  avatarId: null,
  look: { ...lookOf(draft), ...parts },
  imageUrl: null,
});

/** How many parts differ; 1 for another avatar that is not drawn from parts. */
export function changeCount(before: Draft, after: Draft): number {
  const [a, b] = [before.look, after.look];
  if (!a || !b) return before.avatarId === after.avatarId && a === b ? 0 : 1;
  // Object.keys says string[]; both are looks, whose keys are known.
  return (Object.keys(b) as (keyof Look)[]).filter((part) => a[part] !== b[part]).length;
}
