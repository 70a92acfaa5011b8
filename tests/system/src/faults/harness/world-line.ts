import { type Player, type Reply, SOCKET_PATHS, type Tile } from '@metaverse/contracts';
import { io } from 'socket.io-client';
import { connected } from './connected.ts';
import type { Person } from './people.ts';

const ANSWER_TIMEOUT_MS = 20_000;

/** One stock connection to the world; it does nothing by itself. */
export type WorldLine = {
  readonly person: Person;
  /** Where the person stood when they joined. */
  readonly self: Player;
  /** Names of all events that came, in their order. */
  readonly events: string[];
  /** Bytes of each frame that came, those of the tick's number aside: they grow with time. */
  readonly frames: number[];
  /** Bytes of everything that came, the transport's own pings left out. */
  readonly receivedBytes: () => number;
  readonly move: (step: Tile & { seq: number }) => void;
  readonly isConnected: () => boolean;
  readonly close: () => void;
};

/** SPEC.md: version, flags, then the tick as unsigned LEB128. */
function sizeOf(frame: ArrayBuffer | Uint8Array): number {
  const bytes = new Uint8Array(frame);
  const tickBytes = bytes.subarray(2).findIndex((byte) => byte < 0x80) + 1;
  return bytes.length - tickBytes;
}

/** Connects to a game-state instance or the proxy and joins the space. */
export async function openWorldLine(url: string, person: Person, spaceId: string): Promise<WorldLine> {
  const auth = { token: await person.tokens.get() };
  const socket = io(url, {
    path: SOCKET_PATHS.world,
    query: { spaceId },
    transports: ['websocket'],
    auth,
    reconnection: false,
    forceNew: true,
  });
  const events: string[] = [];
  const frames: number[] = [];
  let received = 0;
  socket.onAny((event: string) => void events.push(event));
  socket.on('frame', (frame: ArrayBuffer | Uint8Array) => void frames.push(sizeOf(frame)));
  await connected(socket);
  socket.io.engine.on('packet', ({ type, data }: { type: string; data?: string | ArrayBuffer | Uint8Array }) => {
    if (type !== 'message' || data === undefined) return;
    received += typeof data === 'string' ? Buffer.byteLength(data) : data.byteLength;
  });

  // What the server answers is what the catalogue says; a test that finds something else fails on it.
  const reply = (await socket.timeout(ANSWER_TIMEOUT_MS).emitWithAck('join', { spaceId })) as Reply<{ self: Player }>;
  if (!reply.ok) throw new Error(`not let in: ${reply.error.code}`);
  return {
    person,
    self: reply.data.self,
    events,
    frames,
    receivedBytes: () => received,
    move: (step) => void socket.emit('move', step),
    isConnected: () => socket.connected,
    close: () => void socket.disconnect(),
  };
}
