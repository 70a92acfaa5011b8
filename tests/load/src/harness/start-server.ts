import { findFreePort } from '@metaverse/local';
import { eventually } from '@metaverse/test-kit';
import { type MeasuredProcess, type ProcessSpec, startMeasured } from './measured-process.ts';

const START_TIMEOUT_MS = 60_000;

export type MeasuredServer = MeasuredProcess & { url: string };

/** Starts a server on a free port of loopback, told by `PORT`, and waits until `/readyz` answers. */
export async function startServer(spec: ProcessSpec): Promise<MeasuredServer> {
  const port = await findFreePort();
  const server = startMeasured({ ...spec, env: { ...spec.env, PORT: String(port) } });
  const url = `http://127.0.0.1:${String(port)}`;
  try {
    await eventually(
      async () => {
        const { ok } = await fetch(`${url}/readyz`);
        if (!ok) throw new Error('not ready');
      },
      { timeoutMs: START_TIMEOUT_MS },
    );
    return { ...server, url };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
