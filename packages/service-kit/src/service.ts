import type { RequestListener, Server } from 'node:http';
import type { HealthStatus } from '@metaverse/contracts';

export type DependencyHealth = { status: HealthStatus } & Record<string, unknown>;

/** A part of the system that can be started alone or together with others in one process. */
export type Service = {
  name: string;
  /** Answers plain HTTP requests. */
  handleRequest?: RequestListener;
  /** Hooks into the HTTP server before it listens: Socket.IO. */
  attach?: (server: Server) => void;
  start: () => Promise<void>;
  /** Ends it in order; calling it twice is fine. */
  stop: () => Promise<void>;
  isReady: () => boolean;
  /** What `/health` says of each dependency. */
  checks: Record<string, () => Promise<DependencyHealth>>;
};
