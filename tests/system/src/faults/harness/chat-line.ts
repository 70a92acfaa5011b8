import { type Chatroom, type Message, type Reply, SOCKET_PATHS } from '@metaverse/contracts';
import { newId } from '@metaverse/db';
import { io, type Socket } from 'socket.io-client';
import { connected } from './connected.ts';
import type { Person } from './people.ts';

const ANSWER_TIMEOUT_MS = 20_000;

/** The code of a refused event. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`refused: ${code}`);
    this.code = code;
  }
}

/** One stock connection to a chat-socket instance: it repeats nothing and fills no gap. */
export type ChatLine = {
  readonly person: Person;
  /** Every `receive-message` so far, as it came. */
  readonly heard: Message[];
  readonly listen: (roomId: string) => Promise<{ room: Chatroom; messages: Message[] }>;
  /** Resolves with the ack. @throws Refused */
  readonly send: (roomId: string, content: string, clientMessageId?: string) => Promise<Message>;
  readonly close: () => void;
};

export async function openChatLine(url: string, person: Person): Promise<ChatLine> {
  const token = await person.tokens.get();
  const socket = io(url, { path: SOCKET_PATHS.chat, transports: ['websocket'], auth: { token }, reconnection: false, forceNew: true });
  const heard: Message[] = [];
  socket.on('receive-message', (message: Message) => void heard.push(message));
  await connected(socket);
  return {
    person,
    heard,
    listen: (roomId) => ask(socket, 'join-room', { roomId }),
    send: (roomId, content, clientMessageId = newId()) => ask(socket, 'send-message', { roomId, content, clientMessageId }),
    close: () => void socket.disconnect(),
  };
}

async function ask<T>(socket: Socket, event: string, payload: unknown): Promise<T> {
  // What the server answers is what the catalogue says; a test that finds something else fails on it.
  const reply = (await socket.timeout(ANSWER_TIMEOUT_MS).emitWithAck(event, payload)) as Reply<T>;
  if (!reply.ok) throw new Refused(reply.error.code);
  return reply.data;
}
