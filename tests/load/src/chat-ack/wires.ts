import { SOCKET_PATHS } from '@metaverse/contracts';
import type { Person } from '../harness/people.ts';
import type { Hearing, Line } from '../lines/line.ts';
import { openPlain } from '../lines/plain-line.ts';
import { openSocketIo } from '../lines/socket-io-line.ts';

export type ChatPlace = { url: string; roomId: string };

/** How a person of the load speaks to one kind of chat server. */
export type ChatWire = {
  open: (place: ChatPlace, person: Person, hearing: Hearing) => Promise<Line>;
  /** What has to be asked before messages come; null for nothing. */
  join: (place: ChatPlace) => readonly [event: string, payload: unknown] | null;
  message: (place: ChatPlace, content: string) => readonly [event: string, payload: unknown];
  /** How the text of a delivered message begins. */
  delivery: string;
};

export type ChatWireName = 'ours' | 'floor' | 'tutorial';

export const chatWires: Record<ChatWireName, ChatWire> = {
  ours: {
    open: ({ url }, { token }, hearing) => openSocketIo({ url, path: SOCKET_PATHS.chat, token }, hearing),
    join: ({ roomId }) => ['join-room', { roomId }],
    message: ({ roomId }, content) => ['send-message', { roomId, clientMessageId: crypto.randomUUID(), content }],
    delivery: '["receive-message"',
  },
  tutorial: {
    open: ({ url }, _person, hearing) => openSocketIo({ url, path: '/socket.io' }, hearing),
    join: ({ roomId }) => ['join', roomId],
    message: ({ roomId: room }, content) => ['chat message', { room, content }],
    delivery: '["chat message"',
  },
  floor: {
    open: ({ url }, _person, hearing) => openPlain(url, hearing),
    join: () => null,
    message: (_place, content) => ['', content],
    delivery: '',
  },
};
