import { Username } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { similarUsernames } from './suggest-usernames.ts';

describe('similar usernames', () => {
  it('begin with what the person is called besides', () => {
    expect(similarUsernames('juno', 'Juno Park').slice(0, 2)).toEqual(['juno.park', 'juno-p']);
  });

  it('are usernames, and none of them the taken one', () => {
    for (const username of ['abc', 'x'.repeat(32), 'Ünï'.normalize('NFD').replace(/[^\w]/g, '') + 'x', 'a.b-c_d']) {
      const names = similarUsernames(username, 'Zoë 山田 d’Arc');
      expect(names.length).toBeGreaterThan(2);
      for (const name of names) expect(Username.safeParse(name).success, name).toBe(true);
      expect(names).not.toContain(username);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
