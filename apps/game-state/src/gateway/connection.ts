import type { Actor } from '@metaverse/service-kit';
import { holdsLease, type HostedSpace } from '../ownership/hosted-space.ts';
import type { SpaceDirectory } from '../ownership/space-directory.ts';
import type { Visitor } from '../spaces/load-visitor.ts';
import type { Player } from '../world/model.ts';
import type { Outlet } from '../world/model.ts';

/** A connection's person in a space. */
export type Stay = { readonly hosted: HostedSpace; readonly player: Player };

/** One socket, and where its person is. */
export type Connection = {
  readonly outlet: Outlet;
  readonly actor: () => Actor;
  readonly isConnected: () => boolean;
  /** Is addressed as one of the space's connections from now on, or no longer. */
  readonly enterRoom: (spaceId: string) => Promise<void>;
  readonly leaveRoom: (spaceId: string) => Promise<void>;
  stay: Stay | null;
};

/** What the handlers of world events work with. */
export type WorldDeps = {
  readonly directory: SpaceDirectory;
  readonly loadVisitor: (userId: string, spaceId: string) => Promise<Visitor | null>;
  readonly nowMs: () => number;
  readonly currentTick: () => number;
};

/** The connection's stay, if it still counts: nobody else simulates the space, and no other connection has the avatar. */
export const currentStay = ({ stay, outlet }: Connection, nowMs: number): Stay | null =>
  stay && holdsLease(stay.hosted, nowMs) && stay.player.viewer?.outlet.id === outlet.id ? stay : null;
