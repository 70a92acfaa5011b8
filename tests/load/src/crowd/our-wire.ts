import { type Player, SOCKET_PATHS, type Tile } from '@metaverse/contracts';
import { createFrameReader } from '@metaverse/world-core';
import { openSocketIo } from '../lines/socket-io-line.ts';
import { createLegs, type Legs } from './legs.ts';
import { isInView } from './map.ts';
import type { Arriving, CrowdWire, Visitor, Watch } from './visitor.ts';

const JOIN = 0;

const payloadOf = <T>(text: string): T => (JSON.parse(text) as [string, T])[1];

const visit = async (encoding: 'binary' | 'json', { place, person, random }: Arriving, watch: Watch): Promise<Visitor> => {
  const seen = new Map<string, Tile>();
  const reader = createFrameReader();
  let legs: Legs | undefined;
  let onJoined: (text: string) => void = () => undefined;

  const see = (id: string, { x, y }: Tile): void => {
    if (id === person.userId) return;
    seen.set(id, { x, y });
    watch.onSeen(id, { x, y });
  };
  const onEvent = (text: string): void => {
    if (text.startsWith('["movement",')) {
      const { userId, seq, ...spot } = payloadOf<Omit<Player, 'username'> & { seq?: number }>(text);
      if (userId === person.userId) legs?.walk.accept({ seq: seq ?? null, ...spot }, performance.now());
      else see(userId, spot);
    } else if (text.startsWith('["user-joined",')) {
      const player = payloadOf<Player>(text);
      see(player.userId, player);
    } else if (text.startsWith('["user-left",')) seen.delete(payloadOf<{ userId: string }>(text).userId);
    else if (text.startsWith('["movement-rejected",')) legs?.walk.reject(payloadOf(text), performance.now());
  };
  const onBinary = (bytes: Buffer): void => {
    watch.onFrame(bytes.length);
    const { left, entered, moved, ownStep } = reader.read(bytes);
    for (const id of left) seen.delete(id);
    for (const player of entered) see(player.userId, player);
    for (const mover of moved) see(mover.userId, mover);
    if (ownStep) legs?.walk.accept(ownStep, performance.now());
  };

  const line = await openSocketIo(
    { url: place.url, path: SOCKET_PATHS.world, query: { spaceId: place.spaceId }, token: person.token },
    { onEvent, onBinary, onAck: (_id, text) => onJoined(text) },
  );
  const joined = await new Promise<Legs>((resolve, reject) => {
    onJoined = (text) => {
      const [reply] = JSON.parse(text) as [{ ok: boolean; data: { self: Player; players: Player[] } }];
      if (!reply.ok) {
        reject(new Error(`not let in: ${text}`));
        return;
      }
      for (const player of reply.data.players) if (player.userId !== person.userId) seen.set(player.userId, player);
      const { x, y, direction } = reply.data.self;
      legs = createLegs({ x, y, direction }, random);
      resolve(legs);
    };
    line.send('join', { spaceId: place.spaceId, encoding }, JOIN);
  });
  return { id: person.userId, line, legs: joined, seen, sendStep: ({ seq, x: toX, y: toY }) => line.send('move', { seq, x: toX, y: toY }) };
};

/** game-state, in the encoding that our client asks for, or in the one for stock clients. */
export const ourWire = (encoding: 'binary' | 'json'): CrowdWire => ({
  visit: (arriving, watch) => visit(encoding, arriving, watch),
  mustSee: isInView,
});
