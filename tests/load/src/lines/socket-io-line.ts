import { WebSocket } from 'ws';
import { countBytes, type Hearing, type Line, whenOpen } from './line.ts';

export type Address = { url: string; path: string; query?: Record<string, string>; token?: string };

/** Engine.IO 4 packets, and Socket.IO 5 packets inside its messages, as far as they occur here. */
const PING = '2';
const PONG = '3';
const OPEN = '0';
const CONNECT = '40';
const EVENT = '42';
const ACK = '43';
const REFUSED = '44';

/** Connects as a stock Socket.IO client does, by hand: such a client would cost the generator more than the servers' work. */
export async function openSocketIo({ url, path, query = {}, token }: Address, hearing: Hearing): Promise<Line> {
  const search = new URLSearchParams({ ...query, EIO: '4', transport: 'websocket' });
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}/?${search.toString()}`, { perMessageDeflate: false });
  const bytesIn = countBytes(socket);
  let id = '';

  const hearText = (text: string, opened: () => void, failed: (reason: string) => void): void => {
    if (text.startsWith(EVENT)) hearing.onEvent(text.slice(EVENT.length));
    else if (text.startsWith(ACK)) {
      const start = text.indexOf('[');
      hearing.onAck?.(Number(text.slice(ACK.length, start)), text.slice(start));
    } else if (text === PING) socket.send(PONG);
    else if (text.startsWith(CONNECT)) {
      ({ sid: id } = JSON.parse(text.slice(CONNECT.length)) as { sid: string });
      opened();
    } else if (text.startsWith(REFUSED)) failed(`refused: ${text}`);
    else if (text.startsWith(OPEN)) socket.send(`${CONNECT}${JSON.stringify({ token })}`);
  };
  await whenOpen(socket, (opened, failed) => {
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) hearing.onBinary?.(data);
      else hearText(data.toString(), opened, failed);
    });
  });
  return {
    id,
    send: (event, payload, ackId) => socket.send(`${EVENT}${ackId === undefined ? '' : String(ackId)}${JSON.stringify([event, payload])}`),
    bytesIn,
    close: () => socket.close(),
  };
}
