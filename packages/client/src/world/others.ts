import type { Player } from '@metaverse/contracts';
import { extendTrack, playTrack, sampleTrack, type Spot, startTrack, type Track, type TrackSample } from '@metaverse/world-core';

type Known = { player: Player; track: Track };

/** The others in view, and how they walk. Times are handed in, on one clock that only goes forward. */
export class Others {
  readonly #known = new Map<string, Known>();

  /** Somebody is in view, newly or with a changed look. */
  enter(player: Player, atMs: number): void {
    const before = this.#known.get(player.userId);
    const track = before === undefined ? startTrack(player, atMs) : extendTrack(before.track, player, atMs);
    this.#known.set(player.userId, { player, track });
  }

  move(userId: string, { x, y, direction }: Spot, atMs: number): void {
    const before = this.#known.get(userId);
    if (before === undefined) return;
    const spot = { x, y, direction };
    this.#known.set(userId, { player: { ...before.player, ...spot }, track: extendTrack(before.track, spot, atMs) });
  }

  leave(userId: string): void {
    this.#known.delete(userId);
  }

  /** Keeps those alone. */
  retain(userIds: ReadonlySet<string>): void {
    for (const userId of this.#known.keys()) if (!userIds.has(userId)) this.#known.delete(userId);
  }

  players(): Player[] {
    return Array.from(this.#known.values(), ({ player }) => player);
  }

  /** Where to draw somebody, a little in the past; null for who is not in view. */
  sample(userId: string, nowMs: number): TrackSample | null {
    const known = this.#known.get(userId);
    if (known === undefined) return null;
    known.track = playTrack(known.track, nowMs);
    return sampleTrack(known.track);
  }
}
