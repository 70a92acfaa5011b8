import type { WorldClientEvents, WorldServerEvents } from '@metaverse/contracts';
import type { Connection } from '../socket/connection.ts';

export type WorldConnection = Connection<WorldClientEvents, WorldServerEvents>;
