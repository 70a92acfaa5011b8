import { beforeAll } from 'vitest';
import { expectOk, type Line } from '../../wire/lines.ts';
import type { Chatroom, Message, Space, Summary } from '../../wire/shapes.ts';
import { freshId, type Person, type Wire } from '../../wire/wire.ts';

/** Ada's space, and its room general, in which she and Bob listen with a line each. */
export type ChatScene = {
  readonly wire: Wire;
  readonly ada: Person;
  readonly bob: Person;
  readonly adaLine: Line;
  readonly bobLine: Line;
  readonly space: Space;
  readonly room: Chatroom;
  /** The room general of a new space, in which nobody listens yet; Ada's unless told otherwise. */
  readonly newRoom: (owner?: Person) => Promise<Chatroom>;
};

/** Makes it before the first case, and gives it from then on. */
export function chatScene(wire: () => Wire): () => ChatScene {
  let scene: ChatScene;
  beforeAll(async () => {
    const [ada, bob] = [await wire().person({ displayName: 'Ada' }), await wire().person({ displayName: 'Bob' })];
    const { space, general: room } = await wire().space(ada);
    const [adaLine, bobLine] = [await ada.chat(), await bob.chat()];
    for (const line of [adaLine, bobLine]) await join(line, room);
    const newRoom = async (owner = ada): Promise<Chatroom> => (await wire().space(owner)).general;
    scene = { wire: wire(), ada, bob, adaLine, bobLine, space, room, newRoom };
  });
  return () => scene;
}

/** A room in which Ada and Bob listen, each on a line that hears nothing else. */
export async function listenTogether({ ada, bob, newRoom }: ChatScene): Promise<{ own: Chatroom; one: Line; two: Line }> {
  const own = await newRoom();
  const [one, two] = [await ada.chat(), await bob.chat()];
  for (const line of [one, two]) await join(line, own);
  return { own, one, two };
}

export type Joined = {
  room: Chatroom;
  messages: Message[];
  changes: unknown[];
  lastSeq: number;
  revision: number;
  members: Summary[];
  hasMore: boolean;
};
export type Listener = { roomId: string; user: Summary };

export const join = async (line: Line, { id: roomId }: { id: string }, more: Record<string, unknown> = {}): Promise<Joined> =>
  expectOk(await line.ask<Joined>('join-room', { roomId, ...more }));

export const send = (line: Line, { id: roomId }: { id: string }, draft: string | { content: string; clientMessageId: string }) =>
  line.ask<Message>('send-message', { roomId, clientMessageId: freshId(), ...(typeof draft === 'string' ? { content: draft } : draft) });

/** The messages of a room that a line has heard so far. */
export const received = (line: Line, roomId: string): Message[] =>
  line.heard<Message>('receive-message').filter((message) => message.roomId === roomId);

export const seqs = (messages: readonly Message[]): number[] => messages.map(({ seq }) => seq);
