import { randomBytes } from 'node:crypto';
import { testServerUrl } from './servers/test-server-url.ts';

/** A real Kafka broker that every test file of the run shares; keep apart by putting `prefix` before topics and groups. */
export const testKafka = async (): Promise<{ brokers: string; prefix: string }> => ({
  brokers: await testServerUrl('kafka'),
  prefix: `test-${randomBytes(6).toString('hex')}-`,
});
