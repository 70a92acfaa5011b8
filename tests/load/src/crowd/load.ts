import type { Tile } from '@metaverse/contracts';
import { eventually, seededRandom } from '@metaverse/test-kit';
import type { LoadResult } from '../harness/measure.ts';
import type { Person } from '../harness/people.ts';
import { onCall } from '../harness/rpc.ts';
import { percentile } from '../harness/stats.ts';
import { isInView } from './map.ts';
import { createTally } from './tally.ts';
import type { CrowdPlace, Visitor } from './visitor.ts';
import { type CrowdWireName, crowdWires } from './wires.ts';

// The load generator of the world: a crowd in one space, each with the legs of the client's bot, walking by its own seed.

export type Crowd = { wire: CrowdWireName; place: CrowdPlace; people: Person[] };
/** What the floor is told to send; the others send what they send. */
export type FloorOrders = { frameBytes: number; intervalMs: number; updatesPerFrame: number };
export type CrowdRun = { seconds: number; floor?: FloorOrders | undefined };

/** When everybody stands still, what they were told has this long to become true. */
const REST_TIMEOUT_MS = 10_000;
const REST_POLL_MS = 100;

let crowd: Crowd;
const visitors: Visitor[] = [];
const tally = createTally();

onCall('open', async (opened: Crowd) => {
  crowd = opened;
  const { visit } = crowdWires[crowd.wire];
  // One after the other, so that everybody begins at the same place in every run.
  for (const [index, person] of crowd.people.entries()) {
    visitors.push(
      await visit(
        { place: crowd.place, person, index, random: seededRandom(index) },
        tally.watch(index, (tile) => isInView(visitors[index]?.legs.spot() ?? tile, tile)),
      ),
    );
  }
});

const isSame = (a: Tile, b: Tile): boolean => a.x === b.x && a.y === b.y;

/** What somebody should have been told and was not, or was told and is not so; null when there is nothing. */
const mistakeOf = (viewer: Visitor, other: Visitor): string | null => {
  const [here, there] = [viewer.legs.spot(), other.legs.spot()];
  const told = viewer.seen.get(other.id);
  if (told) return isSame(told, there) ? null : 'is drawn at the wrong place';
  return crowdWires[crowd.wire].mustSee(here, there) ? 'is in view and not drawn' : null;
};

const mistakes = (): string[] =>
  visitors.flatMap((viewer) => visitors.flatMap((other) => (other === viewer ? [] : (mistakeOf(viewer, other) ?? []))));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const walkAbout = async (seconds: number): Promise<void> => {
  for (const visitor of visitors) {
    visitor.legs.start((step) => {
      tally.stepped(visitor.id, step);
      visitor.sendStep(step);
    });
  }
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  for (const { legs } of visitors) legs.rest();
};

onCall('run', async ({ seconds, floor }: CrowdRun): Promise<LoadResult> => {
  tally.reset();
  const bytesOf = (): number => visitors.reduce((sum, { line }) => sum + line.bytesIn(), 0);
  const bytesBefore = bytesOf();
  const startedAtMs = performance.now();

  if (floor) visitors[0]?.line.send('', { frameBytes: floor.frameBytes, intervalMs: floor.intervalMs });
  await walkAbout(seconds);
  if (floor) visitors[0]?.line.send('', null);

  const viewerSeconds = ((performance.now() - startedAtMs) / 1_000) * visitors.length;
  const { steps, frames, frameBytes, latenciesMs } = tally;
  // What is told of people whom nobody sees is no use to anybody.
  const updatesOf = (): number => (floor ? tally.frames() * floor.updatesPerFrame : tally.useful());
  const metrics = {
    peopleToldOf: mean(visitors.map(({ seen }) => seen.size)),
    stepsPerPersonPerSecond: steps() / viewerSeconds,
    updatesPerViewerPerSecond: updatesOf() / viewerSeconds,
    idleUpdatesPerViewerPerSecond: (tally.seen() - tally.useful()) / viewerSeconds,
    bytesPerViewerPerSecond: (bytesOf() - bytesBefore) / viewerSeconds,
    bytesPerUpdate: (bytesOf() - bytesBefore) / Math.max(1, updatesOf()),
    framesPerViewerPerSecond: frames() / viewerSeconds,
    bytesPerFrame: frameBytes() / Math.max(1, frames()),
    seenP50Ms: percentile(latenciesMs(), 0.5),
    seenP99Ms: percentile(latenciesMs(), 0.99),
  };
  const isSettled = (): boolean => mistakes().length === 0 && tally.hasEqualFrames(floor !== undefined);
  await eventually(isSettled, { timeoutMs: REST_TIMEOUT_MS, intervalMs: REST_POLL_MS }).catch(() => undefined);

  const wrong = mistakes();
  return {
    metrics,
    deliveries: updatesOf(),
    failures: [
      ...(wrong[0] === undefined ? [] : [`${String(wrong.length)} pairs are wrong at rest; the first: somebody ${wrong[0]}`]),
      ...(tally.hasEqualFrames(floor !== undefined) ? [] : ['not everybody got the same number of frames']),
    ],
  };
});
