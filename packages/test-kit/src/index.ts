export { makeChatroom, makeSpace, makeUser } from './builders.ts';
export { eventually, type EventuallyOptions } from './eventually.ts';
export { listenOnFreePort } from './listen-on-free-port.ts';
export { seededRandom } from './seeded-random.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { testKafka } from './test-kafka.ts';
export { testRedis } from './test-redis.ts';
