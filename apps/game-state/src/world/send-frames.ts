import type { WorldMetrics } from '../world-metrics.ts';
import type { CellMap } from './cell-map.ts';
import { composeFrame } from './compose-frame.ts';
import { tellAsJson } from './tell-as-json.ts';
import { prepareFrame, sortByCrowd, type Viewer } from './viewer.ts';

type Moment = {
  tick: number;
  nowMs: number;
  isSlowTick: boolean;
  cells: CellMap;
  map: { width: number; height: number };
  metrics: WorldMetrics;
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

/** Sends every viewer what it has to know of this tick. What is wanted is found first, so that each cell is encoded once. */
export const sendFrames = (viewers: ReadonlySet<Viewer>, moment: Moment): void => {
  const { metrics } = moment;
  const ready = Array.from(viewers)
    .filter((viewer) => takesFrame(viewer, moment))
    .map((viewer) => ({ viewer, next: prepareFrame(viewer, moment) }));

  for (const { viewer, next } of ready) {
    const isKey = viewer.needsKey;
    const parts = composeFrame(viewer, next, moment);
    if (moment.isSlowTick) sortByCrowd(viewer, moment.cells);
    if (!parts) continue;
    metrics.frames.inc();
    if (isKey) metrics.keyFrames.inc();
    metrics.frameBytes.inc(parts.reduce((sum, { length }) => sum + length, 0));
    if (viewer.encoding === 'binary') viewer.outlet.sendFrame(parts);
    else tellAsJson(viewer, parts);
  }
};
