import type { Message } from '@metaverse/contracts';
import { AppError, type Logger } from '@metaverse/service-kit';
import type pg from 'pg';
import { commitGroup } from './commit-group.ts';
import type { Draft, Written } from './write-group.ts';

export type { Written } from './write-group.ts';

export type RoomWriter = {
  /** Resolves when the message is committed or refused; rejects when neither is known. Messages of a room keep their order. */
  write: (roomId: string, draft: Draft) => Promise<Written>;
  /** Takes nothing more and waits for what was taken. */
  stop: () => Promise<void>;
};

export type RoomWriterOptions = {
  pool: pg.Pool;
  /** Name of the service, for the events. */
  producer: string;
  log: Logger;
  /** Told of every new message after its commit, in the order of `seq` within a room. */
  onStored: (message: Message) => void;
};

/** Messages in one transaction: at 1 KB each it stays under what one round trip carries well; measured gains end near 100. */
const GROUP_MAX = 100;
/** Messages that may wait for one room; at 100 a commit that takes 10 ms this is 0.1 s of work. */
const WAITING_MAX = 1_000;
/** Rooms that are written at the same time, so that writing leaves connections for reading. */
const CONCURRENT_GROUPS = 4;

type Waiting = { draft: Draft; resolve: (written: Written) => void; reject: (failure: unknown) => void };

/**
 * Groups what arrives for a room: the first message goes at the end of the turn of the event loop it came in, and what
 * arrives while a group is being committed makes the next one. A quiet room waits for nothing, a busy one commits in bulk.
 */
export function createRoomWriter(options: RoomWriterOptions): RoomWriter {
  const queues = new Map<string, Waiting[]>();
  const ready: string[] = [];
  let active = 0;
  let isStopped = false;
  let onIdle: () => void = () => undefined;

  const work = async (roomId: string): Promise<void> => {
    const group = queues.get(roomId)?.splice(0, GROUP_MAX) ?? [];
    await settle(options, roomId, group);
    if (queues.get(roomId)?.length === 0) queues.delete(roomId);
    else ready.push(roomId);
  };

  const next = (): void => {
    while (active < CONCURRENT_GROUPS) {
      const roomId = ready.shift();
      if (roomId === undefined) break;
      active += 1;
      void work(roomId).finally(() => {
        active -= 1;
        next();
      });
    }
    if (active === 0 && queues.size === 0) onIdle();
  };

  return {
    write: (roomId, draft) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(roomId);
        if (isStopped || (queue && queue.length >= WAITING_MAX)) {
          reject(new AppError('unavailable', 'The room is busy. Try again in a moment.', { retryAfterSeconds: 1 }));
          return;
        }
        if (queue) {
          queue.push({ draft, resolve, reject });
          return;
        }
        queues.set(roomId, [{ draft, resolve, reject }]);
        setImmediate(() => {
          ready.push(roomId);
          next();
        });
      }),
    stop: () => {
      isStopped = true;
      return new Promise((resolve) => {
        onIdle = resolve;
        next();
      });
    },
  };
}

/** Never rejects: every sender of the group gets its answer. */
async function settle({ pool, producer, log, onStored }: RoomWriterOptions, roomId: string, group: readonly Waiting[]): Promise<void> {
  const settled = await commitGroup({ pool, producer, log }, roomId, { drafts: group.map(({ draft }) => draft) });
  for (const [index, outcome] of settled.entries()) {
    const waiting = group[index];
    if (outcome.status === 'rejected') waiting?.reject(outcome.reason);
    else waiting?.resolve(outcome.value);
  }
  for (const outcome of settled) {
    if (outcome.status === 'fulfilled' && outcome.value.kind === 'stored' && !outcome.value.isRepeated) onStored(outcome.value.message);
  }
}
