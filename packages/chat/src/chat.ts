import type { Db } from '@metaverse/db';
import type { Logger, Pace, PresenceStore } from '@metaverse/service-kit';
import type { ChatBroadcaster } from './broadcaster.ts';
import { createMessageLimit, type MessageLimit } from './messages/message-limit.ts';
import { createRoomWriter, type RoomWriter } from './writer/room-writer.ts';

/** What the chat's use-cases work with. */
export type Chat = {
  db: Db;
  presence: PresenceStore;
  broadcaster: ChatBroadcaster;
  writer: RoomWriter;
  /** Asked before a message is looked at. */
  messageLimit: MessageLimit;
};

export type ChatOptions = Pick<Chat, 'db' | 'presence' | 'broadcaster'> & {
  /** How fast a person may write, here and on whatever shares it. */
  messagePace: Pace;
  /** Name of the service, for the events that it writes. */
  producer: string;
  log: Logger;
};

/** The chat domain of one process. `stop` waits for the messages that are being written. */
export function createChat({ db, presence, broadcaster, messagePace, producer, log }: ChatOptions): Chat & { stop: () => Promise<void> } {
  const writer = createRoomWriter({ pool: db.pool, producer, log, onStored: broadcaster.deliver });
  return { db, presence, broadcaster, writer, messageLimit: createMessageLimit(messagePace), stop: writer.stop };
}
