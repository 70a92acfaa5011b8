import { createServer } from 'node:http';
import pg from 'pg';
import { WebSocket, WebSocketServer } from 'ws';

// The floor of chat: the least that a server does which stores before it answers. A plain WebSocket, one statement and commit for
// all that came while the one before was committed, no accounts, no order between processes, the stored text handed on as it is.

type Waiting = { from: WebSocket; ackId: number; content: string };

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 1 });
await pool.query('CREATE TABLE IF NOT EXISTS floor_messages (id bigserial PRIMARY KEY, content text NOT NULL)');

const server = createServer((_request, response) => void response.end());
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
let waiting: Waiting[] = [];
let isStoring = false;

const store = async (): Promise<void> => {
  isStoring = true;
  while (waiting.length > 0) {
    const group = waiting;
    waiting = [];
    const contents = group.map(({ content }) => content);
    await pool.query({ name: 'store', text: 'INSERT INTO floor_messages (content) SELECT unnest($1::text[])', values: [contents] });
    for (const { from, ackId, content } of group) {
      from.send(`a${String(ackId)}`);
      for (const listener of sockets.clients) if (listener.readyState === WebSocket.OPEN) listener.send(content);
    }
  }
  isStoring = false;
};

sockets.on('connection', (from) => {
  from.on('message', (data: Buffer) => {
    const [ackId, content] = JSON.parse(data.toString()) as [number, string];
    waiting.push({ from, ackId, content });
    if (!isStoring) void store();
  });
});

server.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
