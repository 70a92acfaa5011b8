import type { BenchContext } from '../harness/bench-context.ts';
import { openInstallation } from '../harness/people.ts';
import type { BenchCase, Contender, Sample } from '../harness/rounds.ts';
import type { FloorOrders } from './load.ts';
import { type RunningCrowd, startCrowd } from './start-crowd.ts';

const DEFAULT_PEOPLE = 300;
/** The tutorial sends every step to everybody: 300 people's 1,300 steps a second would be 400,000 messages, four times what a generator can hear. */
const SMALL_SHARE = 4;
const SMALL_MIN = 2;

export const comparedInCrowd = [
  'serverCpuUsPerDelivery',
  'bytesPerViewerPerSecond',
  'bytesPerUpdate',
  'loopDelayP99Ms',
  'seenP50Ms',
  'seenP99Ms',
];

/** A crowd that walks about in one space: a large one against the floor, and one that the tutorial's server can bear against both. */
export async function crowd(context: BenchContext, dir: string): Promise<BenchCase[]> {
  const installation = await openInstallation(dir, context);
  const large = context.n ?? DEFAULT_PEOPLE;
  const small = Math.max(SMALL_MIN, Math.round(large / SMALL_SHARE));
  const given = { context, installation };

  const against = async (people: number): Promise<Contender[]> =>
    oursAndFloor({ ours: await startCrowd('ours', people, given), floor: await startCrowd('floor', people, given) }, context.seconds);
  const tutorial = await startCrowd('tutorial', small, given);
  return [
    {
      name: `${String(small)} people`,
      contenders: [...(await against(small)), measureAs('socket.io tutorial', tutorial, context.seconds)],
    },
    { name: `${String(large)} people`, contenders: await against(large) },
  ];
}

export const measureAs = (name: string, running: RunningCrowd, seconds: number): Contender => ({
  name,
  measure: () => running.measure({ seconds }),
});

/** The floor sends frames of the size and at the rate that ours had the last time. */
function oursAndFloor({ ours, floor }: { ours: RunningCrowd; floor: RunningCrowd }, seconds: number): Contender[] {
  let last: Sample['metrics'] = {};
  const orders = (): FloorOrders => {
    const { bytesPerFrame = 0, framesPerViewerPerSecond = 0, updatesPerViewerPerSecond = 0 } = last;
    return {
      frameBytes: Math.round(bytesPerFrame),
      intervalMs: 1_000 / framesPerViewerPerSecond,
      updatesPerFrame: updatesPerViewerPerSecond / framesPerViewerPerSecond,
    };
  };
  return [
    {
      name: 'ours',
      measure: async () => {
        const sample = await ours.measure({ seconds });
        last = sample.metrics;
        return sample;
      },
    },
    { name: 'floor', measure: () => floor.measure({ seconds, floor: orders() }) },
  ];
}
