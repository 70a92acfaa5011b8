import { io, type Socket } from 'socket.io-client';
import { expect, vi } from 'vitest';
import { expectDetails } from './expectations.ts';

/** Long enough for a busy machine; what must come comes in milliseconds. */
const WAIT_MS = 8_000;

export type Reply<T> = { ok: true; data: T } | { ok: false; error: { code: string; message: string; details?: unknown } };
export type Heard = { event: string; payload: unknown; at: number };

export type LineOptions = {
  path: '/socket/chat' | '/socket/world';
  /** What the handshake carries; left out, nothing. */
  auth?: Record<string, unknown>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
};

/** One connection of a stock client, with a record of all that came over it. */
export type Line = {
  /** Sends with an ack and waits for it. */
  ask: <T = unknown>(event: string, ...args: unknown[]) => Promise<Reply<T>>;
  /** Sends without an ack. */
  tell: (event: string, ...args: unknown[]) => void;
  /** The payloads of an event so far. */
  heard: <T = unknown>(event: string) => T[];
  /** The first payload of an event that fits, which may have come already. */
  next: <T = unknown>(event: string, fits?: (payload: T) => boolean, timeoutMs?: number) => Promise<T>;
  record: readonly Heard[];
  /** Forgets what came so far. */
  forget: () => void;
  /** Resolves with Socket.IO's reason when the connection is over. */
  ended: Promise<string>;
  isOpen: () => boolean;
  /** Writes a Socket.IO packet as it is, past the client: `2["event",{}]`. */
  writeRaw: (packet: string) => void;
  /** Cuts the wire without a farewell. */
  cut: () => void;
  close: () => void;
};

export type Refusal = Error & { data?: { code?: string; message?: string } };

/** Connects. @throws the `connect_error` of a refused handshake. */
export async function openLine(baseUrl: string, options: LineOptions): Promise<Line> {
  const socket = io(baseUrl, {
    path: options.path,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...(options.auth ? { auth: options.auth } : {}),
    ...(options.query ? { query: options.query } : {}),
    ...(options.headers ? { extraHeaders: options.headers } : {}),
  });
  const line = recorded(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (refusal) => {
      socket.close();
      reject(refusal);
    });
  });
  return line;
}

function recorded(socket: Socket): Line {
  const record: Heard[] = [];
  socket.onAny((event: string, payload: unknown) => record.push({ event, payload, at: Date.now() }));
  // The payload is what the case says it is, and the case checks it.
  const heard = <T>(event: string): T[] => record.filter((each) => each.event === event).map((each) => each.payload as T);

  return {
    // Socket.IO types an ack by its events; here each case says what it expects and checks it.
    ask: async <T>(event: string, ...args: unknown[]) => (await socket.timeout(WAIT_MS).emitWithAck(event, ...args)) as Reply<T>,
    tell: (event, ...args) => void socket.emit(event, ...args),
    heard,
    next: <T>(event: string, fits: (payload: T) => boolean = () => true, timeoutMs = WAIT_MS) =>
      vi.waitFor(
        () => {
          const found = heard<T>(event).find(fits);
          if (found === undefined) throw new Error(`no ${event} came that fits; heard ${record.map((each) => each.event).join(', ')}`);
          return found;
        },
        { timeout: timeoutMs, interval: 10 },
      ),
    record,
    forget: () => void record.splice(0),
    ended: new Promise((resolve) => socket.once('disconnect', resolve)),
    isOpen: () => socket.connected,
    writeRaw: (packet) => void socket.io.engine.write(packet),
    cut: () => wireOf(socket).terminate(),
    close: () => void socket.close(),
  };
}

/** In Node the client's websocket transport holds a socket of the `ws` package. */
const wireOf = (socket: Socket): { terminate: () => void } =>
  (socket.io.engine.transport as unknown as { ws: { terminate: () => void } }).ws;

export function expectOk<T>(reply: Reply<T>): T {
  expect(reply).toMatchObject({ ok: true });
  return (reply as { data: T }).data; // matched above
}

export function expectRefused(reply: Reply<unknown>, code: string): { code: string; message: string; details?: unknown } {
  expect(reply).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(/\S/) } });
  const { error } = reply as Extract<Reply<unknown>, { ok: false }>; // matched above
  if (code === 'invalid_payload') expectDetails(error.details);
  return error;
}
