import { type Chatroom, type Message, SOCKET_PATHS } from '@metaverse/contracts';
import { v7 as newId } from 'uuid';
import type { Tokens } from '../http/tokens.ts';
import { Connection, type ConnectionState } from '../socket/connection.ts';
import { createStore, type Store } from '../store/create-store.ts';
import { type CatchUp, createCatchUp } from './catch-up.ts';
import type { ChatConnection, ChatLink } from './chat-link.ts';
import { isBehind } from './chat-selectors.ts';
import { type ChatState, emptyChat } from './chat-state.ts';
import { hearFacts } from './hear-facts.ts';
import { Listening } from './listening.ts';
import { Outbox } from './outbox.ts';
import type { OutboxEntry, OutboxStorage } from './outbox-storage.ts';
import { createReadMarks, type ReadMarks } from './read-marks.ts';
import { reduceChat } from './reduce-chat.ts';
import { createSpaceLists, type SpaceLists } from './space-lists.ts';
import { createTypingSignals, type TypingSignals } from './typing-signals.ts';

export type ChatOptions = {
  /** Origin of the server; empty for the page's own. */
  url: string;
  tokens: Tokens;
  /** Id of the signed-in person. */
  userId: string;
  storage: OutboxStorage;
  /** Milliseconds since 1970. */
  now?: () => number;
  random?: () => number;
};

/**
 * The chat of one signed-in person over its socket: comes back by itself, misses nothing, sends everything once and in order.
 * Nothing here rejects: what happens is seen in the store.
 */
export class Chat {
  readonly store: Store<ChatState>;
  readonly #me: string;
  readonly #link: ChatLink;
  readonly #connection: ChatConnection;
  readonly #catchUp: CatchUp;
  readonly #readMarks: ReadMarks;
  readonly #typing: TypingSignals;
  readonly #listening: Listening;
  readonly #spaceLists: SpaceLists;
  readonly #outbox: Outbox;
  readonly #restored: Promise<void>;
  readonly #stopHearing: () => void;
  readonly #hearers = new Set<(message: Message) => void>();
  /** Opened before anything was known of them. */
  readonly #openedEarly = new Set<string>();
  /** What an earlier page left behind in rooms that are not known yet. */
  #left: readonly OutboxEntry[] = [];

  constructor(options: ChatOptions) {
    const { url, tokens, userId, storage, now = () => Date.now(), random = Math.random } = options;
    const store = createStore(emptyChat(userId));
    const onState = (state: ConnectionState) => {
      this.#onConnection(state);
    };
    const connection: ChatConnection = new Connection({ url, path: SOCKET_PATHS.chat, tokens, onState, random });
    const link: ChatLink = {
      connection,
      state: store.getSnapshot,
      apply: (fact) => {
        store.update((state) => reduceChat(state, fact));
      },
      now,
    };

    this.store = store;
    this.#me = userId;
    this.#link = link;
    this.#connection = connection;
    this.#catchUp = createCatchUp(link);
    this.#readMarks = createReadMarks(link);
    this.#typing = createTypingSignals(link);
    this.#listening = new Listening(link, this.#catchUp, this.#onListening);
    this.#spaceLists = createSpaceLists(link, this.#onListed);
    this.#stopHearing = hearFacts(link, { onMessage: this.#onMessage, onMembership: () => this.#spaceLists.refresh() });
    connection.on('receive-message', (message) => {
      for (const hear of this.#hearers) hear(message);
    });
    this.#outbox = this.#createOutbox(storage, random);
    this.#restored = this.#restore();
  }

  start(): void {
    this.#connection.start();
  }

  stop(): void {
    this.#connection.stop();
    this.#outbox.stop();
    this.#readMarks.stop();
    this.#stopHearing();
  }

  /** Connects at once, where it would wait: the machine is online again. */
  wake(): void {
    this.#connection.wake();
  }

  /** Tells each message in the moment it is heard, one's own too; never those of history. Returns how to stop. */
  onMessage(listener: (message: Message) => void): () => void {
    this.#hearers.add(listener);
    return () => {
      this.#hearers.delete(listener);
    };
  }

  /** Follows a space until each who entered has exited: its rooms, and what is written in those where I am a member. */
  enterSpace(spaceId: string): void {
    this.#spaceLists.enter(spaceId);
  }

  exitSpace(spaceId: string): void {
    this.#spaceLists.exit(spaceId);
  }

  /** Shows a room: its latest messages, the line above what is unread. Joins a public room in which I am no member. */
  openRoom(roomId: string): void {
    this.#link.apply({ type: 'room-opened', roomId });
    const room = this.#link.state().rooms[roomId];
    if (room === undefined) this.#openedEarly.add(roomId);
    if (room?.isListening !== true) this.#listening.listen(roomId);
    else if (!room.isLoaded) void this.#catchUp.latest(roomId);
  }

  closeRoom(roomId: string): void {
    this.#openedEarly.delete(roomId);
    this.#typing.stop(roomId);
    this.#link.apply({ type: 'room-closed', roomId });
  }

  /** A room that I have just made or joined over HTTP. */
  addRoom(room: Chatroom): void {
    this.#link.apply({ type: 'room-told', room, isForMe: true });
    this.#listening.followMine();
  }

  /** A room that I have just left over HTTP. */
  removeRoom(roomId: string): void {
    this.#link.apply({ type: 'member-removed', roomId, userId: this.#me });
  }

  loadOlder(roomId: string): Promise<void> {
    return this.#catchUp.older(roomId);
  }

  /** Writes a message; returns its `clientMessageId`. It goes out in the order of writing, now or when there is a connection. */
  send(roomId: string, content: string): string {
    const message = { clientMessageId: newId(), roomId, content, writtenAt: this.#link.now() };
    this.#show({ ...message, failure: null });
    this.#typing.stop(roomId);
    void this.#restored.then(() => {
      this.#outbox.add(message);
    });
    return message.clientMessageId;
  }

  retry(roomId: string, clientMessageId: string): void {
    this.#link.apply({ type: 'message-retried', roomId, clientMessageId });
    this.#outbox.retry(clientMessageId);
  }

  discard(roomId: string, clientMessageId: string): void {
    this.#link.apply({ type: 'message-discarded', roomId, clientMessageId });
    this.#outbox.discard(clientMessageId);
  }

  /** Everything up to `seq` was seen. */
  markRead(roomId: string, seq: number): void {
    this.#readMarks.mark(roomId, seq);
  }

  /** Call it on every key: it tells the others now and then. */
  typing(roomId: string): void {
    this.#typing.type(roomId);
  }

  stopTyping(roomId: string): void {
    this.#typing.stop(roomId);
  }

  #createOutbox(storage: OutboxStorage, random: () => number): Outbox {
    return new Outbox({
      storage,
      random,
      send: ({ roomId, clientMessageId, content }) => this.#connection.ask('send-message', { roomId, clientMessageId, content }),
      // Membership comes with listening; before that the server would refuse.
      canSend: (roomId) => this.#connection.isOnline() && this.#link.state().rooms[roomId]?.isListening === true,
      onStored: (message) => {
        this.#link.apply({ type: 'message-received', roomId: message.roomId, message });
        this.#onMessage(message.roomId);
        this.#readMarks.written(message.roomId);
      },
      onRefused: ({ roomId, clientMessageId }, failure) => {
        this.#link.apply({ type: 'message-refused', roomId, clientMessageId, failure });
      },
    });
  }

  async #restore(): Promise<void> {
    this.#left = await this.#outbox.restore();
    this.#showLeft();
  }

  #show(entry: Omit<OutboxEntry, 'position'>): void {
    const { failure } = entry;
    const pending = { ...entry, status: failure === null ? ('sending' as const) : ('failed' as const) };
    this.#link.apply({ type: 'message-queued', roomId: entry.roomId, pending });
  }

  #showLeft(): void {
    this.#left = this.#left.filter((entry) => {
      this.#show(entry);
      return this.#link.state().rooms[entry.roomId] === undefined;
    });
  }

  #onConnection(state: ConnectionState): void {
    this.#link.apply({ type: 'connection-changed', state });
    if (state !== 'online') {
      this.#listening.drop();
      return;
    }
    this.#spaceLists.refresh();
    this.#listening.followMine();
    for (const roomId of this.#openedEarly) this.#listening.listen(roomId);
  }

  readonly #onListening = (roomId: string, myReadSeq: number): void => {
    if (this.#openedEarly.delete(roomId)) this.#link.apply({ type: 'room-opened', roomId });
    this.#readMarks.resume(roomId, myReadSeq);
    this.#showLeft();
    void this.#restored.then(() => {
      this.#outbox.flush();
    });
  };

  readonly #onListed = (): void => {
    this.#showLeft();
    this.#listening.followMine();
  };

  readonly #onMessage = (roomId: string): void => {
    const room = this.#link.state().rooms[roomId];
    if (room !== undefined && isBehind(room)) void this.#catchUp.newer(roomId);
  };
}

/** The chat of one signed-in person; `start` connects it. */
export const createChat = (options: ChatOptions): Chat => new Chat(options);
