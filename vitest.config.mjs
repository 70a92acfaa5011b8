import { defineConfig } from 'vitest/config';

const realServers = './packages/test-kit/src/servers/global-setup.ts';
const never = ['**/node_modules/**', '**/dist/**'];

// Two projects of tests beside the code, told apart by their file's name, and one of tests over several processes.
export default defineConfig({
  test: {
    // A laptop's and a CI machine's worth; more would only make them wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps,infrastructure,tests}/**/*.test.{ts,tsx}'],
          exclude: [...never, '**/*.int.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{packages,apps,infrastructure}/**/*.int.test.ts'],
          exclude: never,
          globalSetup: realServers,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['tests/{system,load}/**/*.int.test.ts'],
          exclude: never,
          globalSetup: realServers,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
