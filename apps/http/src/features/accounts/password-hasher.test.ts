import { expect, it } from 'vitest';
import { createPasswordHasher } from './password-hasher.ts';

const before = (): Promise<void> => Promise.resolve();

it('hashes with twelve rounds unless told otherwise', async () => {
  expect(await createPasswordHasher().hash('quiet harbour')).toMatch(/^\$2b\$12\$/);
});

it('hashes with the cost that it is given, and knows a password that was hashed with another one', async () => {
  const [cheap, dear] = [createPasswordHasher(10), createPasswordHasher(11)];
  const hash = await cheap.hash('quiet harbour');
  expect(hash).toMatch(/^\$2b\$10\$/);
  expect(await dear.verify('quiet harbour', { hash, before })).toBe(true);
  expect(await dear.verify('quiet harbours', { hash, before })).toBe(false);
});

it('works as long on a person who is not there', async () => {
  const hasher = createPasswordHasher(10);
  const took = async (hash: string | undefined): Promise<number> => {
    const startedAt = process.cpuUsage();
    await hasher.verify('quiet harbour', { hash, before });
    return process.cpuUsage(startedAt).user;
  };
  const known = await took(await hasher.hash('another one'));
  expect(await took(undefined)).toBeGreaterThan(known / 3);
});
