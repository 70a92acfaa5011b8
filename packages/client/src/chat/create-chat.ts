import { SOCKET_PATHS, type Chatroom, type ChatClientEvents, type ChatServerEvents } from '@metaverse/contracts';
import { v7 as newId } from 'uuid';
import type { Tokens } from '../http/tokens.ts';
import { createConnection } from '../socket/connection.ts';
import { createStore, type Store } from '../store/create-store.ts';
import { createCatchUp } from './catch-up.ts';
import type { ChatLink } from './chat-link.ts';
import { isBehind } from './chat-selectors.ts';
import { emptyChat, type ChatState } from './chat-state.ts';
import { hearFacts } from './hear-facts.ts';
import { createListening } from './listening.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { OutboxEntry, OutboxStorage } from './outbox-storage.ts';
import { createReadMarks } from './read-marks.ts';
import { reduceChat } from './reduce-chat.ts';
import { createSpaceLists } from './space-lists.ts';
import { createTypingSignals } from './typing-signals.ts';

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

/** The chat of one signed-in person. Nothing here rejects: what happens is seen in the store. */
export type Chat = {
  store: Store<ChatState>;
  start(): void;
  stop(): void;
  /** Connects at once, where it would wait: the machine is online again. */
  wake(): void;
  /** Follows a space: its rooms, and what is written in those where I am a member. */
  enterSpace(spaceId: string): void;
  exitSpace(spaceId: string): void;
  /** Shows a room: its latest messages, the line above what is unread. Joins a public room in which I am no member. */
  openRoom(roomId: string): void;
  closeRoom(roomId: string): void;
  /** A room that I have just made or joined over HTTP. */
  addRoom(room: Chatroom): void;
  /** A room that I have just left over HTTP. */
  removeRoom(roomId: string): void;
  loadOlder(roomId: string): Promise<void>;
  /** Writes a message; returns its `clientMessageId`. It goes out in the order of writing, now or when there is a connection. */
  send(roomId: string, content: string): string;
  retry(roomId: string, clientMessageId: string): void;
  discard(roomId: string, clientMessageId: string): void;
  markRead(roomId: string, seq: number): void;
  /** Call it on every key. */
  typing(roomId: string): void;
  stopTyping(roomId: string): void;
};

function createLinkedOutbox(link: ChatLink, options: ChatOptions): Outbox {
  const { connection, apply } = link;
  return createOutbox({
    storage: options.storage,
    send: ({ roomId, clientMessageId, content }) => connection.ask('send-message', { roomId, clientMessageId, content }),
    isOnline: () => connection.isOnline(),
    onStored: (message) => {
      apply({ type: 'message-received', roomId: message.roomId, message });
    },
    onRefused: ({ roomId, clientMessageId }, failure) => {
      apply({ type: 'message-refused', roomId, clientMessageId, failure });
    },
    ...(options.random && { random: options.random }),
  });
}

function queue({ apply, state }: ChatLink, entry: Omit<OutboxEntry, 'position'>): void {
  const { roomId, clientMessageId, content, writtenAt, failure } = entry;
  if (state().rooms[roomId] === undefined) return;
  const status = failure === null ? 'sending' : 'failed';
  apply({ type: 'message-queued', roomId, pending: { clientMessageId, roomId, content, writtenAt, status, failure } });
}

/** The chat over its socket: comes back by itself, misses nothing, sends everything once and in order. */
export function createChat(options: ChatOptions): Chat {
  const { url, tokens, userId, now = () => Date.now() } = options;
  const store = createStore(emptyChat(userId));
  const connection = createConnection<ChatClientEvents, ChatServerEvents>({
    url,
    path: SOCKET_PATHS.chat,
    tokens,
    onState: (state) => {
      onConnection(state);
    },
    ...(options.random && { random: options.random }),
  });
  const link: ChatLink = {
    connection,
    state: store.getSnapshot,
    apply: (fact) => {
      store.update((state) => reduceChat(state, fact));
    },
    now,
  };

  const catchUp = createCatchUp(link);
  const readMarks = createReadMarks(link);
  const typingSignals = createTypingSignals(link);
  const outbox = createLinkedOutbox(link, options);
  /** Opened before anything was known of them. */
  const openedEarly = new Set<string>();
  let left: readonly OutboxEntry[] = [];
  /** What an earlier page left behind appears as soon as its room is known. */
  const showLeft = (): void => {
    left = left.filter((entry) => {
      queue(link, entry);
      return link.state().rooms[entry.roomId] === undefined;
    });
  };
  const listening = createListening(link, catchUp, (roomId, myReadSeq) => {
    if (openedEarly.delete(roomId)) link.apply({ type: 'room-opened', roomId });
    readMarks.resume(roomId, myReadSeq);
    showLeft();
  });
  const spaceLists = createSpaceLists(link, () => {
    showLeft();
    void listening.followMine();
  });
  const stopHearing = hearFacts(link, {
    onMessage: (roomId) => {
      const room = link.state().rooms[roomId];
      if (room !== undefined && isBehind(room)) void catchUp.newer(roomId);
    },
    onMembership: () => {
      spaceLists.refresh();
    },
  });
  const restored = outbox.restore().then((entries) => {
    left = entries;
    showLeft();
  });

  const onConnection = (state: ChatState['connection']): void => {
    link.apply({ type: 'connection-changed', state });
    if (state !== 'online') {
      listening.drop();
      return;
    }
    spaceLists.refresh();
    void listening.followMine();
    for (const roomId of openedEarly) void listening.listen(roomId);
    void restored.then(() => {
      outbox.flush();
    });
  };

  return {
    store,
    start: () => {
      connection.start();
    },
    stop() {
      connection.stop();
      outbox.stop();
      readMarks.stop();
      stopHearing();
    },
    wake: () => {
      connection.wake();
    },
    enterSpace: spaceLists.enter,
    exitSpace(spaceId) {
      for (const { room } of Object.values(link.state().rooms)) {
        if (room.spaceId === spaceId) void connection.ask('leave-room', { roomId: room.id }).catch(() => undefined);
      }
      spaceLists.exit(spaceId);
    },
    openRoom(roomId) {
      link.apply({ type: 'room-opened', roomId });
      const room = link.state().rooms[roomId];
      if (room === undefined) openedEarly.add(roomId);
      if (room?.isListening !== true) void listening.listen(roomId);
      else if (!room.isLoaded) void catchUp.latest(roomId);
    },
    closeRoom(roomId) {
      openedEarly.delete(roomId);
      typingSignals.stop(roomId);
      link.apply({ type: 'room-closed', roomId });
    },
    addRoom(room) {
      link.apply({ type: 'room-told', room, isForMe: true });
      void listening.followMine();
    },
    removeRoom(roomId) {
      link.apply({ type: 'member-removed', roomId, userId });
    },
    loadOlder: (roomId) => catchUp.older(roomId),
    send(roomId, content) {
      const message = { clientMessageId: newId(), roomId, content, writtenAt: now() };
      queue(link, { ...message, failure: null });
      typingSignals.stop(roomId);
      void restored.then(() => {
        outbox.add(message);
      });
      return message.clientMessageId;
    },
    retry(roomId, clientMessageId) {
      link.apply({ type: 'message-retried', roomId, clientMessageId });
      outbox.retry(clientMessageId);
    },
    discard(roomId, clientMessageId) {
      link.apply({ type: 'message-discarded', roomId, clientMessageId });
      outbox.discard(clientMessageId);
    },
    markRead: readMarks.mark,
    typing: typingSignals.type,
    stopTyping: typingSignals.stop,
  };
}
