import { expect, it } from 'vitest';
import { passwordStrength } from './password-strength.ts';

it.each(['', 'password', 'Password1', '12345678', 'qwertyui', 'aaaaaaaaaaaa', 'abcdefghij'])('sees through %j', (password) => {
  expect(passwordStrength(password)).toBeLessThanOrEqual(1);
});

it.each(['harbour lantern tuesday', 'correct-horse-battery', 'V9!kq2#mXr7w'])('trusts %j', (password) => {
  expect(passwordStrength(password)).toBeGreaterThanOrEqual(3);
});

it('grows with the password', () => {
  const steps = ['tea', 'tea pot', 'tea pot rain', 'tea pot rain anchor', 'tea pot rain anchor violet'].map((password) =>
    passwordStrength(password),
  );
  expect(steps).toEqual([...steps].sort());
  expect(steps.at(-1)).toBe(4);
});

it('gives nothing for one’s own name', () => {
  expect(passwordStrength('juno.park.juno.park', ['juno.park'])).toBe(0);
  expect(passwordStrength('JUNO.PARK.juno.park', ['juno.park'])).toBe(0);
});
