import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

const realServers = './packages/test-kit/src/servers/global-setup.ts';
const never = ['**/node_modules/**', '**/dist/**'];

/** Files that take minutes. They begin first, so that at the end no worker waits long for another. */
const LONGEST = ['faults.int.test.ts', 'protocol-split.int.test.ts', 'bench.int.test.ts', 'protocol-standalone.int.test.ts'];
const rank = ({ moduleId }) => {
  const index = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
  return index === -1 ? LONGEST.length : index;
};

class LongestFirst extends BaseSequencer {
  async sort(files) {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

// Two projects of tests beside the code, told apart by their file's name, and one of tests over several processes.
export default defineConfig({
  test: {
    // A laptop's and a CI machine's worth; more would only make them wait for each other.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
