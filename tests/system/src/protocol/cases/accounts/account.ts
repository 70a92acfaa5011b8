import { user as userShape } from '../../wire/shapes.ts';
import { freshName, freshPassword } from '../../wire/wire.ts';

/** What an account looks like that nobody gave a role. */
export const accountShape = { ...userShape, role: 'user' };
export const signUpBody = (fields: Record<string, unknown> = {}) => ({ username: freshName(), password: freshPassword(), ...fields });

/** The refresh token out of an answer's cookie, as a browser would send it back. */
export const cookieOf = (headers: Headers): string | undefined =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.includes('Path=/api/v1/refresh'))
    ?.split(';')[0];

/** 36 letters of two bytes each. */
export const SEVENTY_TWO_BYTES = 'ßäöüéèêëàâôûîïñçãõåæøßäöüéèêëàâôûîïñ';
