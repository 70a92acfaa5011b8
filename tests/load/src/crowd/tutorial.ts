import { createServer } from 'node:http';
import { Server } from 'socket.io';

// The naive peer of the world, as the tutorials of multiplayer games have it: whoever moves says where they are now, and everybody
// in the room is told at once. At its best settings: websocket alone, no compression, only what changed is sent.

export type TutorialPlayer = { playerId: string; x: number; y: number; direction: string };
type Place = Omit<TutorialPlayer, 'playerId'>;

function start(port: number): void {
  const server = createServer((_request, response) => void response.end());
  const io = new Server(server, { transports: ['websocket'], serveClient: false });
  const players = new Map<string, TutorialPlayer>();

  io.on('connection', (socket) => {
    const playerId = socket.id;

    socket.on('join', async ({ room, x, y, direction }: Place & { room: string }) => {
      await socket.join(room);
      socket.emit('currentPlayers', Object.fromEntries(players));
      const newcomer = { playerId, x, y, direction };
      players.set(playerId, newcomer);
      socket.to(room).emit('newPlayer', newcomer);

      socket.on('playerMovement', (to: Place) => {
        const moved = { playerId, ...to };
        players.set(playerId, moved);
        socket.to(room).emit('playerMoved', moved);
      });
      socket.on('disconnect', () => {
        players.delete(playerId);
        io.to(room).emit('playerLeft', playerId);
      });
    });
  });

  server.listen(port, '127.0.0.1');
}

start(Number(process.env['PORT']));
process.once('SIGTERM', () => process.exit());
