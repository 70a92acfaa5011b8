import { describe, expect, it } from 'vitest';
import { reportOf } from './report.ts';
import type { Sample } from './rounds.ts';

const sample = (latencyMs: number, change: Partial<Sample> = {}): Sample => ({
  metrics: { latencyMs },
  generatorLoad: 0.5,
  failures: [],
  ...change,
});

const measured = (ours: Sample[], floor: Sample[] = [sample(1), sample(1), sample(1)]) => [
  { caseName: 'busy', contender: 'ours', samples: ours },
  { caseName: 'busy', contender: 'floor', samples: floor },
];

describe('reportOf', () => {
  it('gives medians with their range, and ratios of medians', () => {
    const report = reportOf('some', measured([sample(4), sample(2), sample(9)], [sample(1), sample(2), sample(3), sample(2)]), [
      'latencyMs',
    ]);
    expect(report.ours['busy']?.['latencyMs']).toEqual({ median: 4, min: 2, max: 9 });
    expect(report.ratios).toEqual({ busy: { floor: { latencyMs: 2 } } });
    expect(report.ok).toBe(true);
  });

  it('leaves out rounds in which the generator was too busy, and is not ok when most were', () => {
    const isVoid = { generatorLoad: 0.95 };
    const report = reportOf('some', measured([sample(4), sample(100, isVoid), sample(6)]), []);
    expect(report.ours['busy']?.['latencyMs']).toEqual({ median: 5, min: 4, max: 6 });
    expect(report.ok).toBe(true);
    expect(reportOf('some', measured([sample(4), sample(5, isVoid), sample(6, isVoid)]), []).ok).toBe(false);
  });

  it('is not ok when anything expected was not delivered, void or not', () => {
    const report = reportOf(
      'some',
      measured([sample(4), sample(4), sample(4, { failures: ['one message was lost'], generatorLoad: 1 })]),
      [],
    );
    expect(report.ok).toBe(false);
  });
});
