import type { Wire } from '../wire/wire.ts';
import { accessTokenCases } from './accounts/access-tokens.ts';
import { logInCases } from './accounts/log-in.ts';
import { logOutCases } from './accounts/log-out.ts';
import { meCases } from './accounts/me.ts';
import { refreshCases } from './accounts/refresh.ts';
import { signUpCases } from './accounts/sign-up.ts';
import { usersMetadataCases } from './accounts/users-metadata.ts';

export function accountCases(wire: () => Wire): void {
  signUpCases(wire);
  logInCases(wire);
  refreshCases(wire);
  logOutCases(wire);
  accessTokenCases(wire);
  meCases(wire);
  usersMetadataCases(wire);
}
