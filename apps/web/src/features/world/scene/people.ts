import type { World } from '@metaverse/client';
import type { Player } from '@metaverse/contracts';
import { createFigure, type Figure, type Motion, type Posture } from './figure.ts';
import type { Seats } from './seats.ts';

/** What the scene reads of a stay in a space. */
export type WorldSource = Pick<World, 'players' | 'self' | 'ownPosition' | 'positionOf'>;

/** Somebody who is drawn; the posture's feet point is in tiles. */
export type DrawnPerson = { readonly player: Player; readonly isMe: boolean; readonly motion: Motion; readonly posture: Posture };

/** How everybody in view is drawn at `nowMs`, which only goes forward. */
export type People = { readonly draw: (source: WorldSource, nowMs: number) => DrawnPerson[] };

const canSit = ({ avatar }: Player): boolean => avatar.look?.wheelchair !== true;

export function createPeople(seats: Seats): People {
  let figures = new Map<string, Figure>();

  return {
    draw(source, nowMs) {
      const kept = new Map<string, Figure>();
      const drawn = (player: Player, motion: Motion, isMe: boolean): DrawnPerson => {
        const figure = figures.get(player.userId) ?? createFigure(seats, canSit(player));
        kept.set(player.userId, figure);
        return { player, isMe, motion, posture: figure.update(motion, nowMs) };
      };

      const people = source.players.getSnapshot().flatMap((player) => {
        const motion = source.positionOf(player.userId);
        return motion ? [drawn(player, motion, false)] : [];
      });
      const [self, ownMotion] = [source.self(), source.ownPosition()];
      if (self && ownMotion) people.push(drawn(self, ownMotion, true));
      figures = kept;
      return people;
    },
  };
}
