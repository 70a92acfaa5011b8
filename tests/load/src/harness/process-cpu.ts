import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, the same on every Linux that Node runs on (getconf CLK_TCK). */
const TICKS_PER_SECOND = 100;

/** Fields of proc(5)'s `stat` behind the program's name: parent and the CPU time of the process and of its ended children. */
const PARENT = 1;
const CPU_TIMES = [11, 12, 13, 14];

const statOf = (pid: string): string[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
};

/** CPU time of a process and its children so far, in milliseconds; 0 where there is no /proc. */
export function cpuOfFamilyMs(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ name, stat: statOf(name) }));
  const family = stats.filter(({ name, stat }) => name === String(pid) || stat[PARENT] === String(pid));
  const ticks = family.flatMap(({ stat }) => CPU_TIMES.map((field) => Number(stat[field] ?? 0)));
  return (ticks.reduce((sum, each) => sum + each, 0) * 1_000) / TICKS_PER_SECOND;
}
