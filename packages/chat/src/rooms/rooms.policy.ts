import type { Role, RoomRole, RoomVisibility, SpaceRole, SpaceVisibility } from '@metaverse/contracts';

/** Where somebody stands towards a space. */
export type SpaceStanding = { visibility: SpaceVisibility; spaceRole: SpaceRole | null };

/** Where somebody stands towards a room; `space` is null for rooms that belong to none. */
export type RoomStanding = {
  role: Role;
  visibility: RoomVisibility;
  roomRole: RoomRole | null;
  space: SpaceStanding | null;
};

/** An unlisted space is seen by who has its link, and whoever asks for it by its id has that. */
export const canSeeSpace = ({ visibility, spaceRole }: SpaceStanding): boolean => visibility !== 'private' || spaceRole !== null;

/** A private room exists for its members only; nobody outranks that. */
export const canSeeRoom = ({ visibility, roomRole, space }: RoomStanding): boolean =>
  (space === null || canSeeSpace(space)) && (visibility === 'public' || roomRole !== null);

/** Rooms are made by the members of a space; guests are let in, not let build. */
export const canCreateRoom = (space: SpaceStanding): boolean => space.spaceRole !== null && space.spaceRole !== 'guest';

const managesSpace = ({ role, space }: RoomStanding): boolean =>
  space !== null && (role === 'admin' || space.spaceRole === 'owner' || space.spaceRole === 'admin');

/** Taking others in and out: the room's owner and admins, the space's, and global admins where they see the room. */
export const canManageMembers = (standing: RoomStanding): boolean =>
  canSeeRoom(standing) && (standing.roomRole === 'owner' || standing.roomRole === 'admin' || managesSpace(standing));

/** Nobody is put out by somebody of lower rank: an admin of the room by its owner, its owner by who manages the space. */
export function canRemove(standing: RoomStanding, target: RoomRole): boolean {
  if (!canManageMembers(standing)) return false;
  if (managesSpace(standing)) return true;
  return standing.roomRole === 'owner' ? target !== 'owner' : target === 'member';
}
