import type { WebSocket } from 'ws';

/** What a generator hears on a connection. */
export type Hearing = {
  /** The JSON text of an event: `["name",payload]`; on a plain connection whatever text came. */
  onEvent: (text: string) => void;
  /** The JSON text of an answer's arguments. */
  onAck?: (id: number, text: string) => void;
  onBinary?: (bytes: Buffer) => void;
};

/** One connection of one person, as light as it can be: it parses nothing that nobody asks for. */
export type Line = {
  /** What the server calls the connection; empty on a plain one. */
  id: string;
  send: (event: string, payload: unknown, ackId?: number) => void;
  /** Bytes that came in so far, all headers included. */
  bytesIn: () => number;
  close: () => void;
};

/** Counts the bytes of the TCP connection below a WebSocket, from the upgrade on. */
export function countBytes(socket: WebSocket): () => number {
  let read = (): number => 0;
  socket.once('upgrade', ({ socket: tcp }) => {
    read = () => tcp.bytesRead;
  });
  return () => read();
}

/** Resolves when `opened` is called, rejects when the connection fails or ends before. */
export const whenOpen = (socket: WebSocket, listen: (opened: () => void, failed: (reason: string) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${String(code)} before it was open`)));
    listen(resolve, (reason) => reject(new Error(reason)));
  });
