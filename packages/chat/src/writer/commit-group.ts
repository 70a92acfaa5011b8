import { setTimeout as delay } from 'node:timers/promises';
import { withPgTransaction } from '@metaverse/db';
import type { Logger } from '@metaverse/service-kit';
import pg from 'pg';
import { type Draft, type Written, writeGroup } from './write-group.ts';

type Deps = { pool: pg.Pool; producer: string; log: Logger };
type Settled = PromiseSettledResult<Written>;

/**
 * Another room is storing the same `clientMessageId` of the same sender (unique_violation), or both wait for each other
 * (deadlock_detected): the next try sees what the other one stored.
 */
const LOST_RACE = new Set(['23505', '40P01', '40001']);
/** Data that PostgreSQL refuses (class 22) or that breaks a rule of a table (class 23). */
const BAD_DATA = /^2[23]/;

const ATTEMPTS = 6;
/** The wait doubles from try to try: 2, 4, 8, 16, 32 ms, give or take half. */
const RETRY_BASE_MS = 2;

/** Commits a group, again when it lost a race; a group that one message spoils is taken apart. One outcome per draft. */
export async function commitGroup(deps: Deps, roomId: string, { drafts }: { drafts: readonly Draft[] }): Promise<Settled[]> {
  try {
    const written = await commitWithRetry(deps, roomId, drafts);
    return written.map((value) => ({ status: 'fulfilled', value }));
  } catch (reason) {
    if (drafts.length === 1 || !BAD_DATA.test(codeOf(reason))) return drafts.map(() => ({ status: 'rejected', reason }));
    deps.log.warn({ err: reason, roomId, count: drafts.length }, 'a message spoils its group: writing one by one');
    const settled: Settled[] = [];
    for (const draft of drafts) settled.push(...(await commitGroup(deps, roomId, { drafts: [draft] })));
    return settled;
  }
}

async function commitWithRetry({ pool, producer }: Deps, roomId: string, drafts: readonly Draft[]): Promise<Written[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withPgTransaction(pool, (client) => writeGroup(client, { roomId, drafts, producer }));
    } catch (failure) {
      if (attempt === ATTEMPTS || !LOST_RACE.has(codeOf(failure))) throw failure;
      await delay(RETRY_BASE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

const codeOf = (failure: unknown): string => (failure instanceof pg.DatabaseError ? (failure.code ?? '') : '');
