import type { Tile } from '@metaverse/contracts';
import type { Person } from '../harness/people.ts';
import type { Line } from '../lines/line.ts';
import type { Legs, OutgoingStep } from './legs.ts';

/** A server and the place in it; `index` numbers the visitors of a crowd. */
export type CrowdPlace = { url: string; spaceId: string };
export type Arriving = { place: CrowdPlace; person: Person; index: number; random: () => number };

/** What a visitor's wire reports. */
export type Watch = {
  /** Somebody else came into view or moved. `id` is what the server calls them. */
  onSeen: (id: string, tile: Tile) => void;
  /** A frame of so many bytes came, headers not counted. */
  onFrame: (bytes: number) => void;
};

/** Somebody in the crowd, as the load generator drives and checks them. */
export type Visitor = {
  /** By which the others hear of this one; empty where a server tells of nobody. */
  id: string;
  line: Line;
  legs: Legs;
  sendStep: (step: OutgoingStep) => void;
  /** Where this one was told that others are: exactly those whom it was told of and not told that they left. */
  seen: ReadonlyMap<string, Tile>;
};

/** One kind of server, as the crowd speaks to it. */
export type CrowdWire = {
  visit: (arriving: Arriving, watch: Watch) => Promise<Visitor>;
  /** Whether somebody has to know of somebody else once everything has come to rest. */
  mustSee: (viewer: Tile, other: Tile) => boolean;
};
