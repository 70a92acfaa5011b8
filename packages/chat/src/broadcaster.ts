import type { ChatServerEvents, ListenerMap, Message } from '@metaverse/contracts';

/** A fact for the connections in the named socket rooms (`socketRooms`), each once, without those in `except`. */
export type ChatFact = {
  [E in keyof ChatServerEvents]: {
    to: readonly string[];
    except?: readonly string[];
    event: E;
    payload: Parameters<ListenerMap<ChatServerEvents>[E]>[0];
  };
}[keyof ChatServerEvents];

/** How the chat domain tells connections of every instance what was committed. */
export type ChatBroadcaster = {
  tell: (fact: ChatFact) => void;
  /** Hands a stored message to everybody who listens in its room. */
  deliver: (message: Message) => void;
  /**
   * Ends the listening of a person in the rooms. Resolves when no instance sends them anything more of it.
   * @throws `unavailable` when an instance did not confirm.
   */
  evict: (eviction: Eviction) => Promise<void>;
};

export type Eviction = { userId: string; roomIds: readonly string[] };
