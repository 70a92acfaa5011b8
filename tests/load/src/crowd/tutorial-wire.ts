import type { Tile } from '@metaverse/contracts';
import { openSocketIo } from '../lines/socket-io-line.ts';
import { createLegs } from './legs.ts';
import { placeOf } from './map.ts';
import type { TutorialPlayer } from './tutorial.ts';
import type { CrowdWire } from './visitor.ts';

const payloadOf = <T>(text: string): T => (JSON.parse(text) as [string, T])[1];

/** The naive peer: everybody is told of everybody, whatever they see. */
export const tutorialWire: CrowdWire = {
  visit: async ({ place, index, random }, watch) => {
    const seen = new Map<string, Tile>();
    const see = ({ playerId, x, y }: TutorialPlayer): void => {
      if (playerId === line.id) return;
      seen.set(playerId, { x, y });
      watch.onSeen(playerId, { x, y });
    };
    const onEvent = (text: string): void => {
      if (text.startsWith('["playerMoved",') || text.startsWith('["newPlayer",')) see(payloadOf(text));
      else if (text.startsWith('["currentPlayers",')) Object.values(payloadOf<Record<string, TutorialPlayer>>(text)).forEach(see);
      else if (text.startsWith('["playerLeft",')) seen.delete(payloadOf(text));
    };
    const line = await openSocketIo({ url: place.url, path: '/socket.io' }, { onEvent });
    const spot = { ...placeOf(index), direction: 'down' as const };
    line.send('join', { room: place.spaceId, ...spot });
    const legs = createLegs(spot, random);
    return {
      id: line.id,
      line,
      legs,
      seen,
      sendStep: ({ seq, ...to }) => {
        line.send('playerMovement', to);
        // Nobody answers here: what one does is so.
        legs.walk.accept({ seq, ...to }, performance.now());
      },
    };
  },
  mustSee: () => true,
};
