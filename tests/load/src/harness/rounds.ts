/** One measurement of one contender. */
export type Sample = {
  metrics: Record<string, number>;
  /** Share of its core that the load generator used, 0 to 1. */
  generatorLoad: number;
  /** What was expected and not delivered, in sentences; empty when all of it was. */
  failures: string[];
};

export type Contender = { name: string; measure: () => Promise<Sample> };
export type BenchCase = { name: string; contenders: readonly Contender[] };
export type Measured = { caseName: string; contender: string; samples: Sample[] };

/** Above this the generator measures itself. */
const GENERATOR_LOAD_MAX = 0.9;

export const isVoid = ({ generatorLoad }: Sample): boolean => generatorLoad > GENERATOR_LOAD_MAX;

const describe = ({ metrics, generatorLoad, failures }: Sample): string => {
  const figures = Object.entries(metrics).map(([name, value]) => `${name} ${String(Number(value.toPrecision(3)))}`);
  return [...figures, `generator ${(generatorLoad * 100).toFixed(0)} %`, ...failures.map((failure) => `FAILED: ${failure}`)].join(', ');
};

/**
 * Measures every contender once per round after a warm-up that does not count. Each round begins with another contender, so that
 * what changes on the machine meanwhile meets all of them.
 */
export async function runRounds(cases: readonly BenchCase[], rounds: number, print: (line: string) => void): Promise<Measured[]> {
  const measured = cases.flatMap(({ name, contenders }) =>
    contenders.map((contender) => ({ caseName: name, contender: contender.name, measure: contender.measure, samples: [] as Sample[] })),
  );
  for (let round = 0; round <= rounds; round += 1) {
    const first = round === 0 ? 0 : (round - 1) % measured.length;
    for (const each of [...measured.slice(first), ...measured.slice(0, first)]) {
      const sample = await each.measure();
      if (round > 0) each.samples.push(sample);
      print(
        `${round === 0 ? 'warm-up' : `round ${String(round)}`} ${each.caseName} ${each.contender}: ${describe(sample)}${isVoid(sample) ? ' VOID' : ''}`,
      );
    }
  }
  return measured.map(({ caseName, contender, samples }) => ({ caseName, contender, samples }));
}
