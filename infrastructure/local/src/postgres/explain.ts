import { lastLine } from '../wait-until.ts';

export type FailureContext = { dataDir: string; port: number };

const OWN_SERVER = 'or set DATABASE_URL to a PostgreSQL server of your own';

type Explanation = { pattern: RegExp; explain: (match: RegExpExecArray, context: FailureContext) => string };

const EXPLANATIONS: Explanation[] = [
  {
    pattern: /error while loading shared libraries: (\S+?):/,
    explain: ([, library]) =>
      `PostgreSQL needs the system library ${library}, which this machine lacks: install the package that has it, ${OWN_SERVER}.`,
  },
  {
    pattern: /spawn\S* \S+ ENOENT|cannot execute|not found \(required by/,
    explain: () => `The embedded PostgreSQL does not run on this system (it is built for glibc): ${OWN_SERVER.slice(3)}.`,
  },
  {
    pattern: /No space left on device/,
    explain: (_, { dataDir }) => `The disk that holds ${dataDir} is full: make room and start again.`,
  },
  {
    pattern: /could not bind IPv4 address|Address already in use/,
    explain: (_, { port }) => `Port ${port} is taken by another program: stop it or choose another port for PostgreSQL.`,
  },
  {
    pattern: /data directory was initialized by PostgreSQL version (\S+),/,
    explain: ([, version], { dataDir }) =>
      `The data in ${dataDir} was written by PostgreSQL ${version}: move it there with pg_dump, or delete the folder to start empty.`,
  },
  {
    pattern: /lock file "postmaster\.pid" already exists(?:[^]*?\(PID (\d+)\))?/,
    explain: ([, pid], { dataDir }) =>
      `Another PostgreSQL${pid === undefined ? '' : ` (process ${pid})`} is using the data in ${dataDir}: stop it and start again.`,
  },
  {
    pattern: /Permission denied|has wrong ownership|invalid permissions/,
    explain: (match, { dataDir }) =>
      `PostgreSQL may not use its data folder ${dataDir} (${match[0]}): give it back to the user who started it first, or delete it to start empty.`,
  },
  {
    pattern: /could not open file "([^"]+)": No such file or directory|(is not a valid data directory)/,
    explain: ([, file, invalid = `${file} is missing`], { dataDir }) =>
      `The data folder ${dataDir} cannot be used (${invalid}): put back a copy of it, or delete it to start empty.`,
  },
  {
    pattern: /(?:FATAL|PANIC): {2}(.+)/,
    explain: ([, reason], { dataDir }) =>
      `The data folder ${dataDir} cannot be used (${reason}): put back a copy of it, or delete it to start empty.`,
  },
];

/** One sentence about why PostgreSQL did not start, with what to do, made of what it printed. */
export const explainFailure = (output: string, context: FailureContext): string => {
  for (const { pattern, explain } of EXPLANATIONS) {
    const match = pattern.exec(output);
    if (match) return explain(match, context);
  }
  return `PostgreSQL did not start (${lastLine(output) || 'it printed nothing'}): see ${context.dataDir}.log, ${OWN_SERVER}.`;
};

const FILE_FAILURES = ['EACCES', 'EEXIST', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'];

/** The same for a folder or file that the system would not let us make, read or write; undefined where it is none of that. */
export const explainFileFailure = (error: unknown, dir: string): string | undefined => {
  if (!(error instanceof Error && 'code' in error && FILE_FAILURES.includes(String(error.code)))) return undefined;
  return `The folder ${dir} cannot be used (${error.message}): make it a folder that you may write to, or choose another one with DATA_DIR.`;
};

/** Whether the failure is only that somebody else took the port meanwhile. */
export const isPortConflict = (output: string): boolean => /could not bind IPv4 address|Address already in use/.test(output);
