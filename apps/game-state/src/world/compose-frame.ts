import { type CellRect, encodeFrameHeader, encodeIntro, isSameRect } from '@metaverse/world-core';
import type { Player } from './model.ts';
import type { TickNews } from './tick-news.ts';
import type { Viewer } from './model.ts';

const introOf = (player: Player): Uint8Array => (player.intro ??= encodeIntro(player.index, player.profile));

const introduce = ({ known }: Viewer, strangers: readonly Player[]): Uint8Array[] => {
  const intros: Uint8Array[] = [];
  for (const stranger of strangers) {
    if (known.has(stranger.index)) continue;
    known.add(stranger.index);
    intros.push(introOf(stranger));
  }
  return intros;
};

/** The parts of a viewer's frame: its own header, then bytes shared with others. Null when there is nothing to tell. */
export const composeFrame = (viewer: Viewer, next: CellRect, { tick, news }: { tick: number; news: TickNews }): Uint8Array[] | null => {
  const { player, needsKey, hasStepped } = viewer;
  const before = needsKey ? null : viewer.rect;
  const isRectNew = !before || !isSameRect(before, next);
  const body = isRectNew ? news.bodyForChange(next, before, viewer.crowd) : news.bodyFor(next, viewer.crowd);
  if (body.bytes.length === 0 && !isRectNew && !hasStepped) return null;

  const header = encodeFrameHeader({
    tick,
    isKey: needsKey,
    rect: isRectNew ? next : undefined,
    ownStep: hasStepped ? { seq: player.lastSeq, ...player.spot } : undefined,
    intros: introduce(viewer, body.strangers),
  });
  viewer.rect = next;
  viewer.needsKey = false;
  viewer.hasStepped = false;
  return [header, body.bytes];
};
