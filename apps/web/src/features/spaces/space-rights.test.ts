import { spaceRoles, type Role, type SpaceRole } from '@metaverse/contracts';
import { expect, it } from 'vitest';
import { canDeleteSpace, canEditSpace, canLeaveSpace } from './space-rights.ts';

const inRole = (myRole: SpaceRole | null) => ({ myRole });
const as = (role: Role) => ({ role });

it('lets owners and admins edit, and only owners delete', () => {
  const editors = spaceRoles.filter((role) => canEditSpace(as('user'), inRole(role)));
  const deleters = spaceRoles.filter((role) => canDeleteSpace(as('user'), inRole(role)));
  expect(editors).toEqual(['owner', 'admin']);
  expect(deleters).toEqual(['owner']);
});

it('lets admins of the whole platform do both, moderators neither', () => {
  expect(canEditSpace(as('admin'), inRole(null)) && canDeleteSpace(as('admin'), inRole(null))).toBe(true);
  expect(canEditSpace(as('moderator'), inRole('member')) || canDeleteSpace(as('moderator'), inRole('member'))).toBe(false);
});

it('lets every member leave but the owner', () => {
  expect(canLeaveSpace(inRole('member'))).toBe(true);
  expect(canLeaveSpace(inRole('owner'))).toBe(false);
  expect(canLeaveSpace(inRole(null))).toBe(false);
});
