import type { Socket } from 'socket.io';
import type { Outlet } from '../world/model.ts';
import { framePacket } from './frame-packet.ts';

/** Frames that may wait for a connection: half a second of ticks. */
const BEHIND_PACKETS = 10;
/** Bytes that may wait in the process for a connection; a full view of a crowd takes some 20 KiB. */
const BEHIND_BYTES = 64 * 1024;
/** A connection that takes nothing for this long is ended; its person keeps the place for the grace time. */
const LOST_AFTER_MS = 10_000;

/** What this file uses of the connection below a socket. */
type RawConnection = { writeBuffer: readonly unknown[]; transport: { socket?: { bufferedAmount: number; terminate: () => void } } };

/** A connection as the world sees it. */
export const createSocketOutlet = (socket: Socket): Outlet => {
  // Engine.IO keeps what waits in these fields, and the `ws` socket in its transport; its types hide them.
  const raw = (): RawConnection => socket.conn as unknown as RawConnection;
  let behindSinceMs: number | null = null;

  const isBehind = (): boolean => {
    const { writeBuffer, transport } = raw();
    // Who was behind has to have taken everything before it goes on.
    const packets = behindSinceMs === null ? BEHIND_PACKETS : 1;
    return writeBuffer.length >= packets || (transport.socket?.bufferedAmount ?? 0) > BEHIND_BYTES;
  };

  return {
    id: socket.id,
    lag: (nowMs) => {
      if (!isBehind()) {
        behindSinceMs = null;
        return 'none';
      }
      behindSinceMs ??= nowMs;
      return nowMs - behindSinceMs > LOST_AFTER_MS ? 'lost' : 'behind';
    },
    sendFrame: (parts) => {
      // Engine.IO hands these bytes to the WebSocket as they are; its types do not know the option.
      const options: object = { wsPreEncodedFrame: [framePacket(parts)] };
      socket.conn.write('', options);
    },
    emit: (event, payload) => {
      socket.emit(event, payload);
    },
    end: (how) => {
      if (how === 'final') socket.disconnect(true);
      else if (behindSinceMs !== null) raw().transport.socket?.terminate();
      else socket.conn.close();
    },
  };
};
