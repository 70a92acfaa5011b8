import type { OutboxEntry, OutboxStorage } from '@metaverse/client';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface OutboxSchema extends DBSchema {
  messages: { key: string; value: OutboxEntry; indexes: { position: number } };
}

/** Messages that wait to be sent, kept by the browser: a reload loses none. Each person at a browser has their own. */
export function createIdbOutbox(userId: string): OutboxStorage {
  let opening: Promise<IDBPDatabase<OutboxSchema>> | undefined;
  const open = (): Promise<IDBPDatabase<OutboxSchema>> => {
    opening ??= openDB<OutboxSchema>(`outbox-${userId}`, 1, {
      upgrade(db) {
        db.createObjectStore('messages', { keyPath: 'clientMessageId' }).createIndex('position', 'position');
      },
    });
    return opening;
  };

  return {
    load: async () => (await open()).getAllFromIndex('messages', 'position'),
    put: async (entry) => {
      await (await open()).put('messages', entry);
    },
    remove: async (clientMessageId) => {
      await (await open()).delete('messages', clientMessageId);
    },
  };
}
