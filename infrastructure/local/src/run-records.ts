import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDir } from './paths.ts';
import { processIdentity, sendSignal, waitForExit } from './processes.ts';

// Servers run apart from the terminal, so that Ctrl-C ends them in our order and not all at once. The price: when we are
// killed the hard way, they may live on. So each is written down with its owner, and the next start ends what lost its owner.

type RunRecord = { name: string; owner: string; server: string; scratchDirs: string[] };

const recordsDir = join(localDir, 'run');
const STOP_TIMEOUT_MS = 5_000;

/** Writes down that this process owns the server `pid`. @returns what erases the record. */
export const recordServer = (server: { name: string; pid: number; scratchDirs: string[] }): (() => void) => {
  const owner = processIdentity(process.pid);
  const identity = processIdentity(server.pid);
  if (owner === undefined || identity === undefined) return () => undefined;

  mkdirSync(recordsDir, { recursive: true });
  const file = join(recordsDir, `${server.pid}.json`);
  const record: RunRecord = { name: server.name, owner, server: identity, scratchDirs: server.scratchDirs };
  writeFileSync(file, JSON.stringify(record));
  return () => rmSync(file, { force: true });
};

/** The process that owns the server `pid` and still runs; undefined when there is none. */
export const ownerOf = (pid: number): number | undefined => {
  const record = readRecord(`${pid}.json`);
  return record && isSame(record.server) && isSame(record.owner) ? pidOf(record.owner) : undefined;
};

/** Ends every server whose owner was killed before it could, and removes what it kept in scratch folders. */
export const endAbandonedServers = async (): Promise<void> => {
  for (const file of listRecords()) {
    const record = readRecord(file);
    if (record && isSame(record.owner)) continue;
    if (record && isSame(record.server)) await endServer(pidOf(record.server));
    for (const dir of record?.scratchDirs ?? []) rmSync(dir, { recursive: true, force: true });
    rmSync(join(recordsDir, file), { force: true });
  }
};

const endServer = async (pid: number): Promise<void> => {
  sendSignal(pid, 'SIGINT');
  if (await waitForExit(pid, STOP_TIMEOUT_MS)) return;
  sendSignal(pid, 'SIGKILL');
  await waitForExit(pid, STOP_TIMEOUT_MS);
};

const listRecords = (): string[] => {
  try {
    return readdirSync(recordsDir);
  } catch {
    return [];
  }
};

const readRecord = (file: string): RunRecord | undefined => {
  try {
    // Only `recordServer` writes here.
    return JSON.parse(readFileSync(join(recordsDir, file), 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
};

const pidOf = (identity: string): number => Number.parseInt(identity, 10);
const isSame = (identity: string): boolean => processIdentity(pidOf(identity)) === identity;
