export { AppError, forbidden, invalidPayload, notFound, unauthenticated } from './app-error.ts';
export type { Actor, Authenticate, LoadSession } from './auth/actor.ts';
export { type AccessClaims, createAuthenticator, TOKEN_ALGORITHM, TOKEN_ISSUER } from './auth/authenticator.ts';
export { createRemoteKeySet, createStaticKeySet, type Jwks, type KeySet } from './auth/key-set.ts';
export { commonEnv, databaseEnv, kafkaEnv, portVariable, redisEnv, tokenVerificationEnv } from './common-env.ts';
export { ConfigurationError, type EnvOf, type EnvSpec, type EnvVariable, integerVariable, listVariable, readEnv, variable } from './env.ts';
export type { Backlog, EventLog, Subscription } from './event-log.ts';
export { handleBatch, type RejectedEvent } from './handle-batch.ts';
export { type Host, hostServices } from './host.ts';
export { answerFailure, createApp, unknownRoute } from './http/create-app.ts';
export { isAllowedOrigin } from './http/address.ts';
export { defineRoute, type Route, type RouteContext } from './http/define-route.ts';
export { mountAlternates, mountRoutes, type MountOptions } from './http/mount-routes.ts';
export { createLifecycle, type Lifecycle } from './lifecycle.ts';
export { createLogger, type Logger, silentLogger } from './logger.ts';
export { makeDir } from './make-dir.ts';
export { isUnavailable, mapFailure } from './map-failure.ts';
export { createMemoryEventLog, type MemoryEventLogOptions } from './memory-event-log.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { createMemoryPace, type Pace, type PaceLimits } from './pace.ts';
export { createMemoryPresenceStore, places, type PresenceEntry, type PresenceStore } from './presence-store.ts';
export { createRateLimit, type RateLimit } from './rate-limit.ts';
export { type EventOrigin, outgoingEvent } from './outgoing-event.ts';
export { createOutageLog, type OutageLog } from './outage-log.ts';
export { type Opening, run } from './run.ts';
export type { DependencyHealth, Service } from './service.ts';
export {
  attachSocketServer,
  connectionData,
  createSocketServer,
  dropConnections,
  renewToken,
  type SocketAdapter,
  type SocketServerOptions,
} from './sockets/create-socket-server.ts';
export { type EventTurn, registerHandlers, type Registration } from './sockets/register-handlers.ts';
export { roomIdsAmong, socketRooms } from './sockets/rooms.ts';
export { createTokenBuckets, type TokenBuckets } from './token-bucket.ts';
export { VERSION } from './version.ts';
