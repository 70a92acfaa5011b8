import { DisplayName, Email, Password, PASSWORD_MIN, Username, USERNAME_MAX, USERNAME_MIN } from '@metaverse/contracts';

/** Each says what is wrong with what was typed, or nothing. The server checks the same again. */

export const displayNameWrong = (name: string): string | undefined =>
  name === '' || DisplayName.safeParse(name).success ? undefined : 'At most 64 characters, and not only spaces.';

export function usernameWrong(name: string): string | undefined {
  if (name === '') return 'Choose a username.';
  if (Username.safeParse(name).success) return undefined;
  if (!/^[A-Za-z0-9_.-]+$/.test(name)) return 'Only letters A–Z, digits, “_”, “.” and “-”.';
  return name.length < USERNAME_MIN ? `At least ${USERNAME_MIN} characters.` : `At most ${USERNAME_MAX} characters.`;
}

export const emailWrong = (email: string): string | undefined =>
  email === '' || Email.safeParse(email).success ? undefined : 'That is no complete e-mail address.';

export function passwordWrong(password: string): string | undefined {
  if (password === '') return 'Choose a password.';
  if (password.length < PASSWORD_MIN) return `At least ${PASSWORD_MIN} characters.`;
  return Password.safeParse(password).success ? undefined : 'That is too long. Most people stop at 40 characters.';
}
