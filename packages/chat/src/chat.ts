import type { Db } from '@metaverse/db';
import type { Logger, PresenceStore } from '@metaverse/service-kit';
import type { ChatBroadcaster } from './broadcaster.ts';
import { createRoomWriter, type RoomWriter } from './writer/room-writer.ts';

/** What the chat's use-cases work with. */
export type Chat = {
  db: Db;
  presence: PresenceStore;
  broadcaster: ChatBroadcaster;
  writer: RoomWriter;
};

export type ChatOptions = Pick<Chat, 'db' | 'presence' | 'broadcaster'> & {
  /** Name of the service, for the events that it writes. */
  producer: string;
  log: Logger;
};

/** The chat domain of one process. `stop` waits for the messages that are being written. */
export function createChat({ db, presence, broadcaster, producer, log }: ChatOptions): Chat & { stop: () => Promise<void> } {
  const writer = createRoomWriter({ pool: db.pool, producer, log, onStored: broadcaster.deliver });
  return { db, presence, broadcaster, writer, stop: writer.stop };
}
