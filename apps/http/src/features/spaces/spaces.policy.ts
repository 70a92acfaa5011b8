import { canSeeSpace } from '@metaverse/chat';
import type { Role, SpaceRole, SpaceVisibility } from '@metaverse/contracts';

/** Where somebody stands towards a space. */
export type Standing = { role: Role; visibility: SpaceVisibility; spaceRole: SpaceRole | null };

/** Anybody sees a public space, and an unlisted one by its link; a private one its members and the admins of the installation. */
export const canSee = (standing: Standing): boolean => canSeeSpace(standing) || standing.role === 'admin';

/** Nobody walks into a private space by themselves, not even an admin who can see it. */
export const canJoin = (standing: Standing): boolean => canSeeSpace(standing);

export const canEdit = ({ role, spaceRole }: Standing): boolean => role === 'admin' || spaceRole === 'owner' || spaceRole === 'admin';

/** A space goes with its rooms and all that was said in them: its owner decides, or an admin of the installation. */
export const canDelete = ({ role, spaceRole }: Standing): boolean => role === 'admin' || spaceRole === 'owner';

/** A space without its owner would be nobody's. */
export const canLeave = ({ spaceRole }: Standing): boolean => spaceRole !== 'owner';
