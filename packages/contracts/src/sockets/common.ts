import { z } from 'zod';
import { defineSocketEvents } from './socket-contract.ts';

/** The Socket.IO path of each service. */
export const SOCKET_PATHS = { chat: '/socket/chat', world: '/socket/world' } as const;

/** A live socket answers `auth-expiring` with a fresh token. */
export const commonClientEvents = defineSocketEvents({
  authenticate: { payload: z.object({ token: z.string().max(4_096) }), ack: z.object({}) },
});

export const commonServerEvents = defineSocketEvents({
  'auth-expiring': { payload: z.object({ inSeconds: z.number() }) },
});
