import { type CellRect, isSameRect } from '@metaverse/world-core';
import type { WorldMetrics } from '../world-metrics.ts';
import type { CellMap } from './cell-map.ts';
import { composeFrame } from './compose-frame.ts';
import { tellAsJson } from './tell-as-json.ts';
import { createCrowdSorter } from './crowds.ts';
import { TickNews } from './tick-news.ts';
import type { Viewer } from './model.ts';
import { rectOf } from './viewer.ts';

type Moment = {
  tick: number;
  nowMs: number;
  isSlowTick: boolean;
  cells: CellMap;
  map: { width: number; height: number };
  metrics: WorldMetrics;
  /** Numbers that are never used twice. */
  nextId: () => number;
};

/** Whether the connection takes a frame now. One that does not gets a key frame when it does again, and ends when it never does. */
const takesFrame = (viewer: Viewer, { nowMs, metrics }: Moment): boolean => {
  const lag = viewer.outlet.lag(nowMs);
  if (lag === 'none') return true;
  viewer.needsKey = true;
  metrics.framesWithheld.inc();
  if (lag === 'lost') {
    metrics.slowEnded.inc();
    viewer.outlet.end('reconnect');
  }
  return false;
};

/** Every viewer that takes a frame, with the cells that it is served from now on. What they need is known before anything is encoded. */
const prepare = (viewers: ReadonlySet<Viewer>, news: TickNews, moment: Moment): { viewer: Viewer; next: CellRect }[] => {
  const ready: { viewer: Viewer; next: CellRect }[] = [];
  for (const viewer of viewers) {
    if (!takesFrame(viewer, moment)) continue;
    const next = rectOf(viewer, moment.map);
    const before = viewer.needsKey ? null : viewer.rect;
    if (!before || !isSameRect(before, next)) news.wantWhole(next, before);
    news.wantSlow(viewer.crowd);
    viewer.hasLooked = false;
    ready.push({ viewer, next });
  }
  return ready;
};

/** Sends every viewer what it has to know of this tick; each cell is encoded once, and viewers who see the same share the bytes. */
export const sendFrames = (viewers: ReadonlySet<Viewer>, moment: Moment): void => {
  const { metrics, cells, tick, isSlowTick } = moment;
  const news = new TickNews(cells, isSlowTick);
  const crowdOf = createCrowdSorter(cells, moment.nextId);
  for (const { viewer, next } of prepare(viewers, news, moment)) {
    const isKey = viewer.needsKey;
    const parts = composeFrame(viewer, next, { tick, news });
    if (isSlowTick) viewer.crowd = crowdOf(next, viewer.player.spot);
    if (!parts) continue;
    metrics.frames.inc();
    if (isKey) metrics.keyFrames.inc();
    metrics.frameBytes.inc(parts.reduce((sum, { length }) => sum + length, 0));
    if (viewer.encoding === 'binary') viewer.outlet.sendFrame(parts);
    else tellAsJson(viewer, parts);
  }
};
