import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

// The floor of the world: hears every step, and sends everybody the same bytes, encoded once, as many and as often as it is told.
// It knows nobody and decides nothing.

type Orders = { frameBytes: number; intervalMs: number };
type Heard = { x: number; y: number } | Orders | null;

const server = createServer((_request, response) => void response.end());
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
let timer: NodeJS.Timeout | undefined;

const broadcast = (frame: Buffer): void => {
  for (const socket of sockets.clients) if (socket.readyState === WebSocket.OPEN) socket.send(frame);
};

const obey = (orders: Orders | null): void => {
  clearInterval(timer);
  if (!orders) return;
  const frame = Buffer.alloc(orders.frameBytes, 1);
  timer = setInterval(() => broadcast(frame), orders.intervalMs);
};

sockets.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const [, heard] = JSON.parse(data.toString()) as [number, Heard];
    if (heard === null || 'frameBytes' in heard) obey(heard);
  });
});

server.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
