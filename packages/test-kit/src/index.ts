export { makeChatroom, makeSpace, makeUser } from './builders.ts';
export { eventually, type EventuallyOptions } from './eventually.ts';
export { hangableWay, type HangableWay } from './hangable-way.ts';
export { listenOnFreePort } from './listen-on-free-port.ts';
export { seededRandom } from './seeded-random.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { testKafka } from './test-kafka.ts';
export { testRedis } from './test-redis.ts';
export { describeEventLog, type EventLogUnderTest } from './contracts/event-log-contract.ts';
export { describePace } from './contracts/pace-contract.ts';
export { describePresenceStore } from './contracts/presence-store-contract.ts';
/** Servers of one's own, for tests that stop them in the middle. */
export { startRedis } from '@metaverse/local';
