import { expect, test } from 'vitest';
import { ConfigurationError, integerVariable, readEnv, variable } from './env.ts';
import { z } from 'zod';

const spec = {
  PORT: integerVariable('Port', 3_000, { max: 65_535 }),
  POOL: integerVariable('Connections', 10, { min: 2 }),
  NAME: variable('Name', z.string().min(1)),
};

test('fills in what is unset or empty', () => {
  expect(readEnv(spec, { NAME: 'x', PORT: '' })).toEqual({ PORT: 3_000, POOL: 10, NAME: 'x' });
});

test('tells of every problem at once, in words', () => {
  const read = () => readEnv(spec, { PORT: 'busy', POOL: '1.5', NAME: '' });
  expect(read).toThrow(ConfigurationError);
  expect(read).toThrow(/3 problem/);
  expect(read).toThrow('PORT: must be a whole number from 0 to 65535 (Port)');
  expect(read).toThrow('POOL: must be a whole number of at least 2 (Connections)');
});
