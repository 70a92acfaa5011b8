import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';

// The naive peer of chat, as a good tutorial has it: every message is inserted, then sent to the room, then acknowledged. At its
// best settings: websocket alone, a pool of connections, no compression.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
await pool.query(`
  CREATE TABLE IF NOT EXISTS tutorial_messages (
    id serial PRIMARY KEY, room text NOT NULL, sender text NOT NULL, content text NOT NULL, created_at timestamptz NOT NULL DEFAULT now()
  )`);

const server = createServer((_request, response) => void response.end());
const io = new Server(server, { transports: ['websocket'], serveClient: false });

io.on('connection', (socket) => {
  socket.on('join', async (room: string, done: () => void) => {
    await socket.join(room);
    done();
  });

  socket.on('chat message', async ({ room, content }: { room: string; content: string }, done: (answer: { ok: boolean }) => void) => {
    const { rows } = await pool.query(
      'INSERT INTO tutorial_messages (room, sender, content) VALUES ($1, $2, $3) RETURNING id, created_at',
      [room, socket.id, content],
    );
    io.to(room).emit('chat message', { ...rows[0], room, sender: socket.id, content });
    done({ ok: true });
  });
});

server.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
