import { type Chat, createChat, createMemoryOutbox, until } from '@metaverse/client';
import { eventually } from '@metaverse/test-kit';
import type { Stored } from './stored.ts';
import type { Person } from './people.ts';
import type { System } from './system.ts';

/** Somebody whose client comes back by itself and keeps what it writes until it is acknowledged. */
export type Writer = {
  readonly person: Person;
  readonly chat: Chat;
  /** What was written, in the order of writing. */
  readonly written: { clientMessageId: string; content: string }[];
  readonly write: () => void;
  /** Resolves when everything written was acknowledged. Rejects when something was refused for good. */
  readonly settled: (timeoutMs?: number) => Promise<void>;
  readonly stop: () => void;
};

/** Through the proxy, listening in the room. */
export async function openWriter(system: System, person: Person, place: { spaceId: string; roomId: string }): Promise<Writer> {
  const chat = createChat({ url: system.url, tokens: person.tokens, userId: person.id, storage: createMemoryOutbox() });
  const written: Writer['written'] = [];
  const pending = () => chat.store.getSnapshot().rooms[place.roomId]?.pending ?? [];
  chat.start();
  chat.enterSpace(place.spaceId);
  chat.openRoom(place.roomId);
  await until(chat.store, ({ rooms }) => rooms[place.roomId]?.isListening === true);
  return {
    person,
    chat,
    written,
    write: () => {
      const content = `${person.username} ${written.length}`;
      written.push({ clientMessageId: chat.send(place.roomId, content), content });
    },
    settled: async (timeoutMs = 60_000) => {
      await eventually(() => pending().every(({ status }) => status !== 'sending'), { timeoutMs });
      const refused = pending().filter(({ status }) => status === 'failed');
      if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
    },
    stop: () => chat.stop(),
  };
}

/** Lets everybody write at an even pace until told to stop. */
export function keepWriting(writers: readonly Writer[], everyMs: number): () => void {
  const timer = setInterval(() => {
    for (const writer of writers) writer.write();
  }, everyMs);
  return () => clearInterval(timer);
}

/** What of the stored messages is somebody's, in the order of `seq`: comparable with `written`. */
export const ofSender = (stored: readonly Stored[], { id }: Person): Writer['written'] =>
  stored.filter(({ senderId }) => senderId === id).map(({ clientMessageId, content }) => ({ clientMessageId, content }));
