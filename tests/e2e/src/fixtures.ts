import { test as base, expect, type BrowserContextOptions } from '@playwright/test';
import { type ConsoleGuard, guardConsole } from './console-guard.ts';
import { type CutProxy, startCutProxy } from './cut-proxy.ts';
import { type Person, signUp } from './person.ts';
import { startTopology, type Topology } from './topologies.ts';

/** A newcomer with a browser and a cable of their own. */
export type Visitor = Person & { cable: CutProxy; guard: ConsoleGuard };

type Fixtures = {
  /** Signs somebody up; their browser goes through a proxy that can be cut. */
  visitor: (name: string, options?: BrowserContextOptions) => Promise<Visitor>;
};
type WorkerFixtures = { kind: Topology['kind']; topology: Topology };

export const test = base.extend<Fixtures, WorkerFixtures>({
  kind: ['standalone', { option: true, scope: 'worker' }],
  topology: [
    async ({ kind }, use) => {
      const topology = await startTopology(kind);
      await use(topology);
      await topology.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  visitor: async ({ browser, topology }, use) => {
    const visitors: Visitor[] = [];
    await use(async (name, options = {}) => {
      const cable = await startCutProxy(topology.url);
      const context = await browser.newContext(options);
      const guard = guardConsole(context);
      const person = await signUp(context, { url: cable.url, name });
      const visitor = { ...person, cable, guard };
      visitors.push(visitor);
      return visitor;
    });
    for (const { context, cable } of visitors) {
      await context.close();
      await cable.stop();
    }
    for (const { guard, name } of visitors) expect(guard.findings(), `what ${name}'s browser said`).toEqual([]);
  },
});

export { expect };
