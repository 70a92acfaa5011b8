import { isVoid, type Measured, type Sample } from './rounds.ts';
import { ratioOf, type Spread, spreadOf } from './stats.ts';

type Figures = Record<string, Spread>;
/** By case, then by metric. */
type Side = Record<string, Figures>;

export type Report = {
  name: string;
  ours: Side;
  floor: Side;
  peers: Record<string, Side>;
  /** By case, then by whom we are compared with: our median over theirs, null where there is nothing to divide by. */
  ratios: Record<string, Record<string, Record<string, number | null>>>;
  aims: Record<string, number>;
  ok: boolean;
};

const figuresOf = (samples: readonly Sample[]): Figures => {
  const valid = samples.filter((sample) => !isVoid(sample));
  const names = Object.keys(valid[0]?.metrics ?? {});
  const figures = names.map((name) => [name, spreadOf(valid.map(({ metrics }) => metrics[name] ?? 0))] as const);
  return { ...Object.fromEntries(figures), generatorLoad: spreadOf(samples.map(({ generatorLoad }) => generatorLoad)) };
};

const sideOf = (measured: readonly Measured[], contender: string): Side =>
  Object.fromEntries(
    measured.filter((each) => each.contender === contender).map(({ caseName, samples }) => [caseName, figuresOf(samples)]),
  );

/** More than half of the rounds count, and in each that was measured everything was delivered. */
const isSound = ({ samples }: Measured): boolean =>
  samples.filter((sample) => !isVoid(sample)).length > samples.length / 2 && samples.every(({ failures }) => failures.length === 0);

const compare = (mine: Figures, theirs: Figures, metrics: readonly string[]): Record<string, number | null> =>
  Object.fromEntries(metrics.filter((metric) => theirs[metric]).map((metric) => [metric, ratioOf(mine[metric], theirs[metric])]));

/** The report of a benchmark whose contenders are called `ours`, `floor` and whatever the peers are called. `compared` are the metrics of the ratios. */
export function reportOf(name: string, measured: readonly Measured[], compared: readonly string[]): Report {
  const peerNames = new Set(measured.map(({ contender }) => contender));
  peerNames.delete('ours');
  peerNames.delete('floor');
  const ours = sideOf(measured, 'ours');
  const floor = sideOf(measured, 'floor');
  const peers = Object.fromEntries([...peerNames].map((peer) => [peer, sideOf(measured, peer)]));
  const others = Object.entries({ floor, ...peers });
  const ratios = Object.fromEntries(
    Object.entries(ours).map(([caseName, mine]) => [
      caseName,
      Object.fromEntries(others.flatMap(([other, side]) => (side[caseName] ? [[other, compare(mine, side[caseName], compared)]] : []))),
    ]),
  );
  return { name, ours, floor, peers, ratios, aims: {}, ok: measured.every(isSound) };
}
