import type { ChatClientEvents, ChatServerEvents } from '@metaverse/contracts';
import type { Connection } from '../socket/connection.ts';
import type { ChatEvent } from './chat-fact.ts';
import type { ChatState } from './chat-state.ts';

export type ChatConnection = Connection<ChatClientEvents, ChatServerEvents>;

/** What the parts of the chat share: the connection, the state, and the one way to change it. */
export type ChatLink = {
  connection: ChatConnection;
  state: () => ChatState;
  apply: (fact: ChatEvent) => void;
  /** Milliseconds since 1970. */
  now: () => number;
};
