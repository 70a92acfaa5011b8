import { inject } from 'vitest';
import type { ServerName } from './lazy-servers.ts';
import './global-setup.ts';

/** Address of a real server of this test run, which is started when nobody asked before. @throws when it cannot start. */
export const testServerUrl = async (name: ServerName): Promise<string> => {
  const response = await fetch(`${inject('testServersUrl')}/${name}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
};
