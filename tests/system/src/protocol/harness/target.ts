import { ADMIN_NAME, startStandalone } from './start-standalone.ts';

/** A running system to speak to. */
export type Target = {
  baseUrl: string;
  /** Who signs up under this name becomes the first admin. */
  adminName: string;
  /** What its processes printed so far; empty for a system that somebody else runs. */
  printed: () => string;
  stop: () => Promise<void>;
};

/**
 * The system that the cases speak to: standalone, or what `PROTOCOL_BASE_URL` names, which has to run with high limits
 * and `FIRST_ADMIN=wire-admin`.
 */
export async function startTarget(): Promise<Target> {
  const baseUrl = process.env['PROTOCOL_BASE_URL'];
  if (baseUrl === undefined) return startStandalone();
  return { baseUrl, adminName: ADMIN_NAME, printed: () => '', stop: () => Promise.resolve() };
}
