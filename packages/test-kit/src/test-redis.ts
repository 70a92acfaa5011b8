import { randomBytes } from 'node:crypto';
import { testServerUrl } from './servers/test-server-url.ts';

/** A real Redis that every test file of the run shares; keep apart by putting `prefix` before every key and channel. */
export const testRedis = async (): Promise<{ url: string; prefix: string }> => ({
  url: await testServerUrl('redis'),
  prefix: `test-${randomBytes(6).toString('hex')}:`,
});
