import { chatSocketConfig, compose as composeChatSocket } from '@metaverse/chat-socket';
import { createDb, loadSession } from '@metaverse/db';
import { compose as composeGameState, gameStateConfig } from '@metaverse/game-state';
import { compose as composeHttp, httpConfig, loadOrCreateSigningKeys, loadSigningKeys } from '@metaverse/http';
import { compose as composeKafkaConsumer, handlerNames } from '@metaverse/kafka-consumer';
import {
  createAuthenticator,
  createMemoryEventLog,
  createMemoryPresenceStore,
  createStaticKeySet,
  type Logger,
  type Opening,
  type Service,
  VERSION,
} from '@metaverse/service-kit';
import { dataFolders, type standaloneEnv } from './env.ts';

type Given = Omit<Opening<typeof standaloneEnv>, 'fail'> & { databaseUrl: string };

/** Every service over one database, with what the split topology keeps in Redis and Kafka in memory. */
export function composeStandalone({ env, databaseUrl, metrics, log, onStop }: Given) {
  const db = createDb({ databaseUrl, poolSize: env.DATABASE_POOL_SIZE, log });
  onStop('database', db.stop);
  const presence = createMemoryPresenceStore();
  onStop('presence', presence.stop);
  const files = env.JWT_PRIVATE_KEY_FILES;
  const keys = files.length > 0 ? loadSigningKeys(files) : loadOrCreateSigningKeys(env.SIGNING_KEYS_DIR ?? dataFolders(env.DATA_DIR).keys);
  const authenticate = createAuthenticator({ keys: createStaticKeySet(keys.jwks), loadSession: loadSession(db.pool) });

  const shared = { db, presence, metrics, authenticate };
  const logOf = (service: string): Logger => log.child({ service });
  const chatSocket = composeChatSocket(chatSocketConfig(env), { ...shared, log: logOf('chat-socket') });
  const gameState = composeGameState(gameStateConfig(env), { ...shared, log: logOf('game-state') });
  const consumer = composeKafkaConsumer(
    { databaseUrl, handlers: handlerNames, hasBroker: false },
    { db, metrics, eventLog: createMemoryEventLog({ log }), log: logOf('kafka-consumer') },
  );
  const http = composeHttp(httpConfig(env, { version: VERSION, databaseUrl }), {
    ...shared,
    keys,
    chat: chatSocket.chat,
    sockets: { chat: chatSocket.io, world: gameState.io },
    log: logOf('http'),
  });

  // http goes first: it brings the database up to date.
  const services: readonly Service[] = [http, consumer, chatSocket, gameState];
  return { services, db };
}
