import { expect, test } from '../fixtures.ts';

type Health = { status: string; dependencies: Record<string, { status: string } | undefined> };

test('the topology is what it says', async ({ topology }) => {
  const pids = topology.processes.map(({ pid }) => pid);
  expect(new Set(pids).size).toBe(pids.length);
  if (topology.kind === 'standalone') {
    expect(pids).toHaveLength(1);
    return;
  }

  const named = (prefix: string) => topology.processes.filter(({ name }) => name.startsWith(prefix));
  expect([named('http').length, named('chat-socket').length, named('game-state').length, named('kafka-consumer').length]).toEqual([
    1, 2, 2, 1,
  ]);
  const healthOf = async (name: string): Promise<Health> => {
    const [found] = named(name);
    if (!found) throw new Error(`no process is called ${name}`);
    return (await (await fetch(`http://127.0.0.1:${found.port}/health`)).json()) as Health;
  };
  expect((await healthOf('chat-socket')).dependencies['redis']?.status).toBe('ok');
  expect((await healthOf('kafka-consumer')).dependencies['kafka']?.status).toBe('ok');
});
