import type { WorldServerEvents } from '@metaverse/contracts';
import type { CellPlace, CellRect, FrameReader, Profile, SpeedBudget, Spot, View } from '@metaverse/world-core';
import type { z } from 'zod';

/** Somebody present in a space, connected or within the grace time after their connection dropped. */
export type Player = {
  /** Stands for the person in frames; never used for another stay. */
  readonly index: number;
  readonly userId: string;
  profile: Profile;
  /** The introduction's bytes; made when somebody first needs them. */
  intro: Uint8Array | null;
  spot: Spot;
  budget: SpeedBudget;
  /** `seq` of the last accepted step; null when it came without one. */
  lastSeq: number | null;
  cell: Cell;
  /** Cells that have told, or will tell, somebody of this person since the last slow tick. */
  readonly trail: Set<Cell>;
  /** Null while the connection is gone. */
  viewer: Viewer | null;
  isGone: boolean;
};

/** What happened in a cell since it was last told. */
export type CellNews = {
  /** Those who moved in it, came, or went to another cell. */
  readonly touched: Set<Player>;
  /** Those of them who came. */
  readonly arrived: Set<Player>;
  /** Indexes of those who left the space. */
  readonly gone: Set<number>;
};

/** One cell's bytes of one tick, the same for all who get them, and those in them whom some may never have met. */
export type CellBlock = { readonly bytes: Uint8Array; readonly strangers: readonly Player[] };

export type Cell = {
  readonly key: number;
  readonly place: CellPlace;
  readonly people: Set<Player>;
  /** Since the last tick. */
  readonly fresh: CellNews;
  /** Since the last slow tick, the last tick included. */
  readonly slow: CellNews;
  /** Somebody needs everybody in the cell this tick. */
  isWholeWanted: boolean;
  /** Somebody gets the cell at the slow rate and this is a slow tick. */
  isSlowWanted: boolean;
  block: CellBlock | null;
};

/** Which cells come at the slow rate. Viewers who stand together and see the same share one, and so what is made for it. */
export type Crowd = { readonly id: number; readonly slow: ReadonlySet<number> };

export type Encoding = 'binary' | 'json';

/** What a viewer's frames and events leave through: one connection. */
export type Outlet = {
  readonly id: string;
  /** How far the connection lags behind: nothing to speak of, too far to send more, or for so long that it has to end. */
  readonly lag: (nowMs: number) => 'none' | 'behind' | 'lost';
  readonly sendFrame: (parts: readonly Uint8Array[]) => void;
  readonly emit: <E extends keyof WorldServerEvents>(event: E, payload: z.input<WorldServerEvents[E]['payload']>) => void;
  /** Ends the connection after what was sent. A client of Socket.IO comes back by itself unless the end is `final`. */
  readonly end: (how: 'final' | 'reconnect') => void;
};

/** What one connection sees of a space. */
export type Viewer = {
  readonly player: Player;
  readonly outlet: Outlet;
  readonly encoding: Encoding;
  /** What the client said that it shows; until then what is around its person. */
  view: View | null;
  /** The cells served, as the client knows them; null before the first frame. */
  rect: CellRect | null;
  /** What of them comes at the slow rate. */
  crowd: Crowd;
  /** Indexes of those who were introduced. */
  readonly known: Set<number>;
  needsKey: boolean;
  /** What it shows may have changed since the last frame. */
  hasLooked: boolean;
  /** A step of its own person was accepted since the last frame. */
  hasStepped: boolean;
  /** Reads the frames of clients with `encoding: "json"` for them. */
  readonly reader: FrameReader;
};
