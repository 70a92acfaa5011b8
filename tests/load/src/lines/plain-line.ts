import { WebSocket } from 'ws';
import { countBytes, type Hearing, type Line, whenOpen } from './line.ts';

/** Connects to a floor: a WebSocket whose texts are `[ackId,payload]` to it and `a<ackId>`, for an answer, or anything else from it. */
export async function openPlain(url: string, hearing: Hearing): Promise<Line> {
  const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false });
  const bytesIn = countBytes(socket);
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) {
      hearing.onBinary?.(data);
      return;
    }
    const text = data.toString();
    if (text.startsWith('a')) hearing.onAck?.(Number(text.slice(1)), text);
    else hearing.onEvent(text);
  });
  await whenOpen(socket, (opened) => socket.once('open', opened));
  return {
    id: '',
    send: (_event, payload, ackId) => socket.send(JSON.stringify([ackId ?? 0, payload])),
    bytesIn,
    close: () => socket.close(),
  };
}
