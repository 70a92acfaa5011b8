import type { UserSummary } from '@metaverse/contracts';
import type { Face } from '@metaverse/ui';

/** A person as portraits show them. */
export const faceOf = ({ id, displayName, avatar }: Pick<UserSummary, 'id' | 'displayName' | 'avatar'>): Face => ({
  id,
  name: displayName,
  look: avatar.look ?? undefined,
  imageUrl: avatar.imageUrl ?? undefined,
});
