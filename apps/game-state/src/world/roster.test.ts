import { PAGE_LIMIT_MAX } from '@metaverse/contracts';
import { expect, test } from 'vitest';
import type { Player } from './model.ts';
import { createRosterChanges, ROSTER_INTERVAL_MS, rosterPage } from './roster.ts';

// The roster reads nothing else of a player.
const player = (userId: string): Player => ({ userId, profile: { displayName: userId, presence: 'online' } }) as Player;
const people = (count: number): Player[] => Array.from({ length: count }, (_, i) => player(`user-${String(i).padStart(4, '0')}`));

test('the people list comes in pages, each person once', () => {
  const all = people(PAGE_LIMIT_MAX * 2 + 1).reverse();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = rosterPage(all, cursor);
    expect(page.people.length).toBeLessThanOrEqual(PAGE_LIMIT_MAX);
    seen.push(...page.people.map(({ userId }) => userId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(all.map(({ userId }) => userId).reverse());
});

test('a page that is exactly full is the last one', () => {
  expect(rosterPage(people(PAGE_LIMIT_MAX), undefined).nextCursor).toBeNull();
  expect(rosterPage([], 'user-9').people).toEqual([]);
});

test('changes are told at most once a second, and only what is left of them', () => {
  const changes = createRosterChanges();
  const [ada, ben, cem] = [player('ada'), player('ben'), player('cem')];
  changes.joined(ada);
  expect(changes.take(0)).toEqual({ joined: [{ userId: 'ada', displayName: 'ada', presence: 'online' }], left: [] });
  changes.joined(ben);
  changes.left(ben);
  changes.left(ada);
  changes.joined(ada);
  changes.joined(cem);
  expect(changes.take(ROSTER_INTERVAL_MS - 1)).toBeNull();
  expect(changes.take(ROSTER_INTERVAL_MS)).toMatchObject({ joined: [{ userId: 'cem' }], left: [] });
  expect(changes.take(10 * ROSTER_INTERVAL_MS)).toBeNull();
  changes.left(ada);
  expect(changes.take(11 * ROSTER_INTERVAL_MS)).toEqual({ joined: [], left: ['ada'] });
});
