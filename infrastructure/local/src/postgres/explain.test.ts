import { expect, test } from 'vitest';
import { explainFailure } from './explain.ts';

const context = { dataDir: '/data', port: 5432 };

test.each([
  [
    '/x/bin/postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file: No such file or directory',
    'PostgreSQL needs the system library libicuuc.so.60, which this machine lacks',
  ],
  ['initdb: error: could not write file: No space left on device', 'The disk that holds /data is full: make room and start again.'],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'Port 5432 is taken by another program'],
  [
    'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 16, which is not compatible',
    'The data in /data was written by PostgreSQL 16',
  ],
  ['FATAL:  data directory "/data" has wrong ownership', 'PostgreSQL may not use its data folder /data (has wrong ownership)'],
  [
    'FATAL:  could not open file "global/pg_filenode.map"',
    'The data folder /data cannot be used (could not open file "global/pg_filenode.map")',
  ],
  [
    'FATAL:  lock file "postmaster.pid" already exists\nHINT:  Is another postmaster (PID 77) running in data directory "/data"?',
    'Another PostgreSQL (process 77) is using the data in /data: stop it and start again.',
  ],
  ['Error: spawn /x/bin/initdb ENOENT', 'The embedded PostgreSQL does not run on this system'],
  ['', 'PostgreSQL did not start (it printed nothing)'],
])('%j becomes a sentence', (output, sentence) => {
  const explained = explainFailure(output, context);
  expect(explained).toContain(sentence);
  expect(explained).not.toContain('\n');
});
