import { roles, spaceRoles, spaceVisibilities } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { canDelete, canEdit, canJoin, canLeave, canSee, type Standing } from './spaces.policy.ts';

const all: Standing[] = roles.flatMap((role) =>
  spaceVisibilities.flatMap((visibility) => [null, ...spaceRoles].map((spaceRole) => ({ role, visibility, spaceRole }))),
);
const those = (policy: (standing: Standing) => boolean) => all.filter(policy);

describe('who may do what with a space', () => {
  it('hides a private space from who is neither member nor admin, and nothing else', () => {
    const blind = all.filter((standing) => !canSee(standing));
    expect(blind.length).toBe(2);
    expect(blind.every(({ role, visibility, spaceRole }) => role !== 'admin' && visibility === 'private' && spaceRole === null)).toBe(true);
  });

  it('lets nobody join a private space by themselves', () => {
    expect(those(canJoin).some(({ visibility, spaceRole }) => visibility === 'private' && spaceRole === null)).toBe(false);
    expect(canJoin({ role: 'user', visibility: 'unlisted', spaceRole: null })).toBe(true);
  });

  it('lets owner, admins of the space and global admins edit', () => {
    expect(those(canEdit).every(({ role, spaceRole }) => role === 'admin' || spaceRole === 'owner' || spaceRole === 'admin')).toBe(true);
    expect(canEdit({ role: 'user', visibility: 'public', spaceRole: 'admin' })).toBe(true);
    expect(canEdit({ role: 'moderator', visibility: 'public', spaceRole: 'member' })).toBe(false);
    expect(canEdit({ role: 'user', visibility: 'public', spaceRole: 'editor' })).toBe(false);
  });

  it('lets only owner and global admins delete', () => {
    expect(canDelete({ role: 'user', visibility: 'public', spaceRole: 'admin' })).toBe(false);
    expect(canDelete({ role: 'user', visibility: 'public', spaceRole: 'owner' })).toBe(true);
    expect(canDelete({ role: 'admin', visibility: 'private', spaceRole: null })).toBe(true);
  });

  it('keeps the owner in', () => {
    expect(those(canLeave).some(({ spaceRole }) => spaceRole === 'owner')).toBe(false);
  });
});
