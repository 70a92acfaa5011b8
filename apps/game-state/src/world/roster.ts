import type { RosterPerson } from '@metaverse/contracts';
import { PAGE_LIMIT_MAX } from '@metaverse/contracts';
import type { Player } from './model.ts';

/** `roster-changed` is sent at most this often. */
export const ROSTER_INTERVAL_MS = 1_000;

const rosterPerson = ({ userId, profile }: Player): RosterPerson => ({
  userId,
  displayName: profile.displayName,
  presence: profile.presence,
});

/** One page of the people list, ordered by id; the cursor is the last id of the page before. */
export const rosterPage = (
  players: Iterable<Player>,
  cursor: string | undefined,
): { people: RosterPerson[]; nextCursor: string | null } => {
  const following = [...players]
    .filter(({ userId }) => cursor === undefined || userId > cursor)
    .sort((a, b) => (a.userId < b.userId ? -1 : 1));
  const page = following.slice(0, PAGE_LIMIT_MAX);
  return { people: page.map(rosterPerson), nextCursor: following.length > page.length ? (page.at(-1)?.userId ?? null) : null };
};

export type RosterChanges = {
  readonly joined: (player: Player) => void;
  readonly left: (player: Player) => void;
  /** What changed since the last time, or null when nothing did or the last time is too close. Who came and went, or went and came, in between is not told. */
  readonly take: (nowMs: number) => { joined: RosterPerson[]; left: string[] } | null;
};

export const createRosterChanges = (): RosterChanges => {
  const joined = new Map<string, Player>();
  const left = new Set<string>();
  let toldAtMs = -Infinity;
  return {
    joined: (player) => {
      if (!left.delete(player.userId)) joined.set(player.userId, player);
    },
    left: ({ userId }) => {
      if (!joined.delete(userId)) left.add(userId);
    },
    take: (nowMs) => {
      if (nowMs - toldAtMs < ROSTER_INTERVAL_MS || (joined.size === 0 && left.size === 0)) return null;
      const changes = { joined: Array.from(joined.values(), rosterPerson), left: [...left] };
      joined.clear();
      left.clear();
      toldAtMs = nowMs;
      return changes;
    },
  };
};
