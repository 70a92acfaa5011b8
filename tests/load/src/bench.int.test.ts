import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { benchmarks } from './benchmarks.ts';

const run = promisify(execFile);

const Spread = z.strictObject({ median: z.number(), min: z.number(), max: z.number() });
const Side = z.record(z.string(), z.record(z.string(), Spread));
const Report = z.strictObject({
  name: z.string(),
  ours: Side,
  floor: Side,
  peers: z.record(z.string(), Side),
  ratios: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number().nullable()))),
  aims: z.record(z.string(), z.number()),
  ok: z.literal(true),
});

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'bench-'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe.each(Object.keys(benchmarks))('bench %s', (name) => {
  it('delivers what is expected to everybody, and reports it as promised', async () => {
    const args = [join(import.meta.dirname, 'bench.ts'), name, '--seconds', '0.4', '--n', '5', '--rounds', '1', '--out', out];
    const { stdout } = await run(process.execPath, args);

    const report = Report.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    expect(report.name).toBe(name);
    expect(Object.keys(report.peers)).toContain('socket.io tutorial');
    const [firstCase = ''] = Object.keys(report.ours);
    expect(Object.keys(report.ratios[firstCase] ?? {})).toEqual(['floor', ...Object.keys(report.peers)]);
    const kept = z.looseObject({ machine: z.looseObject({ date: z.iso.datetime(), commit: z.string() }) });
    expect(kept.parse(JSON.parse(await readFile(join(out, `${name}.json`), 'utf8')))).toMatchObject(report);
  });
});
