import { describe, expect, it } from 'vitest';
import { isEasilyGuessed } from './password-strength.ts';

describe('easily guessed passwords', () => {
  it.each([
    'password',
    'Password123!',
    'P@ssw0rd1234',
    '12345678',
    'qwertyuiop',
    'aaaaaaaa',
    'abcdefgh',
    'iloveyou',
    'letmein1',
    'metaverse',
  ])('refuses %s', (password) => {
    expect(isEasilyGuessed(password, [])).toBe(true);
  });

  it.each(['lantern-river', 'blue-kettle-42', 'correct horse battery', 'xK9#mQ2$vL', 'ein langer Satz mit Ümläuten'])(
    'takes %s',
    (password) => {
      expect(isEasilyGuessed(password, [])).toBe(false);
    },
  );

  it('refuses what is made of the person: their name, their address', () => {
    expect(isEasilyGuessed('junipero.vale', [])).toBe(false);
    expect(isEasilyGuessed('junipero.vale', ['junipero.vale'])).toBe(true);
    expect(isEasilyGuessed('junipero.vale1', ['junipero.vale', undefined])).toBe(true);
  });
});
