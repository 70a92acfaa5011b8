import { expect, test } from 'vitest';
import { canCreateRoom, canManageMembers, canRemove, canSeeRoom, type RoomStanding } from './rooms.policy.ts';

const standing = (changes: Partial<RoomStanding> = {}): RoomStanding => ({
  role: 'user',
  visibility: 'public',
  roomRole: null,
  space: { visibility: 'public', spaceRole: null },
  ...changes,
});
const privateSpace = { visibility: 'private', spaceRole: null } as const;

test('shows public rooms of a public space to anybody, and of a private one to its members', () => {
  expect(canSeeRoom(standing())).toBe(true);
  expect(canSeeRoom(standing({ space: { visibility: 'unlisted', spaceRole: null } }))).toBe(true);
  expect(canSeeRoom(standing({ space: privateSpace }))).toBe(false);
  expect(canSeeRoom(standing({ space: { ...privateSpace, spaceRole: 'guest' } }))).toBe(true);
});

test('shows private rooms to their members alone, whoever asks', () => {
  const hidden = standing({ visibility: 'private', role: 'admin', space: { visibility: 'public', spaceRole: 'owner' } });
  expect(canSeeRoom(hidden)).toBe(false);
  expect(canManageMembers(hidden)).toBe(false);
  expect(canSeeRoom({ ...hidden, roomRole: 'member' })).toBe(true);
  expect(canSeeRoom(standing({ visibility: 'private', roomRole: 'owner', space: privateSpace }))).toBe(false);
  expect(canSeeRoom(standing({ visibility: 'private', roomRole: 'member', space: null }))).toBe(true);
});

test('lets members of the space make rooms, and no guests', () => {
  expect(canCreateRoom({ visibility: 'public', spaceRole: 'member' })).toBe(true);
  expect(canCreateRoom({ visibility: 'public', spaceRole: 'guest' })).toBe(false);
  expect(canCreateRoom({ visibility: 'public', spaceRole: null })).toBe(false);
});

test('lets nobody put out who is not below them', () => {
  const by = (roomRole: RoomStanding['roomRole'], spaceRole: 'owner' | null = null) =>
    standing({ roomRole, space: { visibility: 'public', spaceRole } });
  expect(canRemove(by('member'), 'member')).toBe(false);
  expect(canRemove(by('admin'), 'member')).toBe(true);
  expect(canRemove(by('admin'), 'admin')).toBe(false);
  expect(canRemove(by('owner'), 'admin')).toBe(true);
  expect(canRemove(by('owner'), 'owner')).toBe(false);
  expect(canRemove(by(null, 'owner'), 'owner')).toBe(true);
  expect(canRemove(standing({ role: 'admin' }), 'owner')).toBe(true);
});
