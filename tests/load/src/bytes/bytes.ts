import { measureAs } from '../crowd/crowd.ts';
import { startCrowd } from '../crowd/start-crowd.ts';
import type { BenchContext } from '../harness/bench-context.ts';
import { openInstallation } from '../harness/people.ts';
import type { BenchCase, Contender, Sample } from '../harness/rounds.ts';

const DEFAULT_PEOPLE = 100;
/** A step goes to one of eight neighbours. */
const BITS_PER_STEP = Math.log2(8);
const BITS_PER_BYTE = 8;

export const comparedInBytes = ['bytesPerViewerPerSecond', 'bytesPerUpdate'];

/** What a viewer of one and the same scripted crowd has to download. */
export async function bytes(context: BenchContext, dir: string): Promise<BenchCase[]> {
  const installation = await openInstallation(dir, context);
  const people = context.n ?? DEFAULT_PEOPLE;
  const given = { context, installation };
  const ours = await startCrowd('ours', people, given);
  const json = await startCrowd('ours as json', people, given);
  const tutorial = await startCrowd('tutorial', people, given);

  let last: Sample | undefined;
  const measureOurs = async (): Promise<Sample> => (last = await ours.measure({ seconds: context.seconds }));
  const contenders: Contender[] = [
    { name: 'ours', measure: measureOurs },
    { name: 'floor', measure: async () => packed(last ?? (await measureOurs()), people) },
    measureAs('ours as json', json, context.seconds),
    measureAs('socket.io tutorial', tutorial, context.seconds),
  ];
  return [{ name: `${String(people)} people`, contenders }];
}

/**
 * The updates that a viewer of ours was told, packed as tightly as they can be without guessing where people walk: who of those in
 * view it was and to which of eight neighbours they went. No frame, no transport, nothing about who comes and goes.
 */
function packed({ metrics }: Sample, people: number): Sample {
  const { updatesPerViewerPerSecond = 0, peopleToldOf = people } = metrics;
  const bytesPerUpdate = (Math.log2(Math.max(1, peopleToldOf)) + BITS_PER_STEP) / BITS_PER_BYTE;
  return {
    metrics: { updatesPerViewerPerSecond, bytesPerUpdate, bytesPerViewerPerSecond: updatesPerViewerPerSecond * bytesPerUpdate },
    generatorLoad: 0,
    failures: [],
  };
}
