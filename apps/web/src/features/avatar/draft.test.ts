import { avatarCatalogue, randomLook } from '@metaverse/art';
import { expect, it } from 'vitest';
import { changeCount, draftOf, dressed, lookOf } from './draft.ts';

const look = randomLook(7);
const chosen = draftOf({ id: 'a', look, imageUrl: '/media/a.svg' });

it('leaves the catalogue when a part is changed, and keeps the other parts', () => {
  const after = dressed(chosen, { hair: 'afro', hairColor: 'teal' });
  expect(after).toEqual({ avatarId: null, look: { ...look, hair: 'afro', hairColor: 'teal' }, imageUrl: null });
});

it('dresses who has no look from the first one of the catalogue', () => {
  const picture = draftOf({ id: 'a', look: null, imageUrl: '/media/a.png' });
  expect(lookOf(picture)).toEqual(avatarCatalogue[0]?.look);
  expect(dressed(picture, { glasses: 'round' }).look?.glasses).toBe('round');
});

it('counts the parts that differ', () => {
  expect(changeCount(chosen, chosen)).toBe(0);
  expect(changeCount(chosen, dressed(chosen, {}))).toBe(0);
  expect(changeCount(chosen, dressed(chosen, { skin: (look.skin + 1) % 10, earrings: !look.earrings }))).toBe(2);
});

it('counts another picture as one change', () => {
  const picture = draftOf({ id: 'b', look: null, imageUrl: '/media/b.png' });
  expect(changeCount(chosen, picture)).toBe(1);
  expect(changeCount(picture, picture)).toBe(0);
});
