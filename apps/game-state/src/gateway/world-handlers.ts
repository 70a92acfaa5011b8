import type { SocketHandlers, WorldClientEvents } from '@metaverse/contracts';
import { AppError } from '@metaverse/service-kit';
import { joinSpace } from '../features/join-space.ts';
import { leaveSpace } from '../features/leave-space.ts';
import { type Connection, currentStay, type WorldDeps } from './connection.ts';

export type WorldContext = { connection: Connection; deps: WorldDeps; renewToken: (token: string) => Promise<void> };

/** What each event of a client does. */
export const worldHandlers: SocketHandlers<WorldClientEvents, WorldContext> = {
  join: ({ deps, connection }, payload) => joinSpace(deps, connection, payload),

  leave: async ({ deps, connection }) => {
    await leaveSpace(deps, connection);
    return {};
  },

  move: ({ deps, connection }, step) => {
    const nowMs = deps.nowMs();
    const stay = currentStay(connection, nowMs);
    stay?.hosted.instance.move(stay.player, step, nowMs);
    return Promise.resolve();
  },

  view: ({ deps, connection }, view) => {
    const stay = currentStay(connection, deps.nowMs());
    stay?.hosted.instance.look(stay.player, view);
    return Promise.resolve();
  },

  roster: ({ deps, connection }, { cursor }) => {
    const stay = currentStay(connection, deps.nowMs());
    if (!stay) throw new AppError('conflict', 'Join a space first.');
    return Promise.resolve(stay.hosted.instance.rosterPage(cursor));
  },

  authenticate: async ({ renewToken }, { token }) => {
    await renewToken(token);
    return {};
  },
};
