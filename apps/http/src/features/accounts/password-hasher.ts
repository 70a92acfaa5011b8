import { PASSWORD_MAX_BYTES } from '@metaverse/contracts';
import bcrypt from 'bcrypt';
import { createSemaphore } from '../../semaphore.ts';

/** Of bcrypt: 91 ms of one core each, measured. */
export const PASSWORD_COST = 12;
/** bcrypt works on libuv's four threads; two stay free for files and names. */
const RUNNING_MAX = 2;
/** 300 × 91 ms ÷ 2 threads: nobody waits longer than 14 s. */
const WAITING_MAX = 300;
/** No password has this hash: 22 characters of salt and 31 of a hash that nothing is known to give. */
const nobodysHash = (cost: number): string => `$2b$${cost}$${'K'.repeat(21)}u${'W'.repeat(31)}`;

export type PasswordHasher = {
  hash: (password: string) => Promise<string>;
  /**
   * Whether the password fits. Takes as long for a person who does not exist, whose `hash` is undefined.
   * `before` runs when its turn has come, just ahead of the work.
   */
  verify: (password: string, attempt: { hash: string | undefined; before: () => Promise<void> }) => Promise<boolean>;
};

/** bcrypt under a semaphore, so that a storm of log-ins cannot starve the process. `cost` has two digits; one more doubles the work. */
export function createPasswordHasher(cost: number = PASSWORD_COST): PasswordHasher {
  const inTurn = createSemaphore({ running: RUNNING_MAX, waiting: WAITING_MAX });
  return {
    hash: (password) => inTurn(() => bcrypt.hash(password, cost)),
    verify: (password, { hash, before }) =>
      inTurn(async () => {
        await before();
        const fits = await bcrypt.compare(password, hash ?? nobodysHash(cost));
        // bcrypt reads 72 bytes; a longer password that begins like the right one is another password.
        return fits && hash !== undefined && Buffer.byteLength(password) <= PASSWORD_MAX_BYTES;
      }),
  };
}
