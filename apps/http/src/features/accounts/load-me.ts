import type { Me } from '@metaverse/contracts';
import type { Tx } from '@metaverse/db';
import { meInclude, presentMe } from './accounts.presenter.ts';

/** A person's own record. Throws when there is no such person, which a verified token rules out. */
export const loadMe = async (db: Tx, userId: string): Promise<Me> =>
  presentMe(await db.user.findUniqueOrThrow({ where: { id: userId }, include: meInclude }));
