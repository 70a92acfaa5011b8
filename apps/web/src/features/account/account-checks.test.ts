import { expect, it } from 'vitest';
import { displayNameWrong, emailWrong, passwordWrong, usernameWrong } from './account-checks.ts';

it.each([
  ['ju', 'At least 3'],
  ['j'.repeat(33), 'At most 32'],
  ['juno park', 'Only letters'],
  ['jűno', 'Only letters'],
  ['', 'Choose'],
])('refuses the username %j', (name, reason) => {
  expect(usernameWrong(name)).toContain(reason);
});

it('accepts what the server accepts', () => {
  expect(usernameWrong('Juno_P.4-2')).toBeUndefined();
  expect(displayNameWrong('Juno Park')).toBeUndefined();
  expect(displayNameWrong('')).toBeUndefined();
  expect(emailWrong('')).toBeUndefined();
  expect(emailWrong('juno@park.example')).toBeUndefined();
  expect(passwordWrong('12345678')).toBeUndefined();
});

it('refuses what the server refuses', () => {
  expect(displayNameWrong('  ')).toBeDefined();
  expect(emailWrong('juno@park')).toBeDefined();
  expect(passwordWrong('1234567')).toContain('At least 8');
  expect(passwordWrong('')).toContain('Choose');
});

it('counts the bytes of a password, not its letters', () => {
  expect(passwordWrong('ж'.repeat(36))).toBeUndefined();
  expect(passwordWrong('ж'.repeat(37))).toContain('too long');
});
