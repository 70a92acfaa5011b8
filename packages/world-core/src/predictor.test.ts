import { seededRandom } from '@metaverse/test-kit';
import { expect, test } from 'vitest';
import type { Grid } from './grid.ts';
import { createPredictor } from './predictor.ts';
import { STEP_MS } from './speed.ts';
import { checkStep, directionOf, NEIGHBOURS } from './step.ts';
import type { Spot } from './frame/frame.ts';

const grid: Grid = { width: 8, height: 8, tiles: new Uint8Array(64) };
grid.tiles[3] = 1;
const spot: Spot = { x: 0, y: 0, direction: 'down' };
const start = () => createPredictor({ grid, spot, nowMs: 0 });

test('a step counts at once and is sent with the next seq', () => {
  const own = start();
  expect(own.step({ x: 1, y: 0 }, 0)).toEqual({ seq: 1, x: 1, y: 0 });
  expect(own.step({ x: 2, y: 1 }, 0)).toEqual({ seq: 2, x: 2, y: 1 });
  expect(own.spot()).toEqual({ x: 2, y: 1, direction: 'right' });
});

test('what the server would refuse is not sent', () => {
  const own = start();
  expect(own.step({ x: -1, y: 0 }, 0)).toBeNull();
  expect(own.step({ x: 2, y: 0 }, 0)).toBeNull();
  for (let i = 0; i < 6; i += 1) expect(own.step({ x: i % 2 === 0 ? 1 : 0, y: 0 }, 0)).not.toBeNull();
  expect(own.step({ x: 1, y: 0 }, 0)).toBeNull();
  expect(own.step({ x: 1, y: 0 }, STEP_MS)).toMatchObject({ seq: 7 });
});

test('an accepted step is settled and moves nobody', () => {
  const own = start();
  own.step({ x: 1, y: 0 }, 0);
  own.step({ x: 2, y: 0 }, 0);
  expect(own.accept({ seq: 1, x: 1, y: 0, direction: 'right' })).toBe(false);
  expect(own.pending()).toEqual([{ seq: 2, x: 2, y: 0 }]);
  expect(own.spot()).toMatchObject({ x: 2, y: 0 });
});

test('a refused step puts one back, and later steps that are legal from there still count', () => {
  const own = start();
  own.step({ x: 0, y: 1 }, 0);
  own.step({ x: 1, y: 1 }, 0);
  own.step({ x: 1, y: 0 }, 0);
  expect(own.reject({ seq: 2, x: 0, y: 1 })).toBe(false);
  expect(own.spot()).toMatchObject({ x: 1, y: 0 });
  expect(own.reject({ seq: 3, x: 0, y: 1 })).toBe(true);
  expect(own.spot()).toMatchObject({ x: 0, y: 1 });
});

test('a frame that is older than a refusal changes nothing', () => {
  const own = start();
  own.step({ x: 1, y: 0 }, 0);
  own.step({ x: 2, y: 0 }, 0);
  own.reject({ seq: 2, x: 1, y: 0 });
  expect(own.accept({ seq: 1, x: 1, y: 0, direction: 'right' })).toBe(false);
  expect(own.reject({ seq: null, x: 5, y: 5 })).toBe(false);
  expect(own.spot()).toMatchObject({ x: 1, y: 0 });
});

test('a place that the server set counts: after a reset seq goes on', () => {
  const own = start();
  own.step({ x: 1, y: 0 }, 0);
  own.reset({ x: 5, y: 5, direction: 'up' });
  expect(own.accept({ seq: 0, x: 1, y: 0, direction: 'right' })).toBe(false);
  expect(own.step({ x: 6, y: 5 }, 5_000)).toMatchObject({ seq: 2 });
});

test('turning on the spot sends nothing', () => {
  const own = start();
  own.face('left');
  expect(own.spot()).toEqual({ x: 0, y: 0, direction: 'left' });
  expect(own.pending()).toEqual([]);
});

test.each([1, 2, 3, 4, 5])(
  'with any delay, prediction and server end at the same place, and legal steps never correct (seed %i)',
  (seed) => {
    const random = seededRandom(seed);
    const own = start();
    let server = spot;
    const toServer: { seq: number; x: number; y: number }[] = [];
    const toClient: (() => boolean)[] = [];
    let corrections = 0;
    let refusals = 0;
    const serve = (): void => {
      const step = toServer.shift();
      if (!step) return;
      // Now and then the server knows of something in the way that the browser does not.
      const isLegal = checkStep(grid, server, step) === null && random() > 0.05;
      if (isLegal) server = { x: step.x, y: step.y, direction: directionOf(server, step) };
      else refusals += 1;
      const { x, y, direction } = server;
      toClient.push(() => (isLegal ? own.accept({ seq: step.seq, x, y, direction }) : own.reject({ seq: step.seq, x, y })));
    };
    for (let round = 0; round < 2_000; round += 1) {
      const [dx, dy] = NEIGHBOURS[Math.floor(random() * 8)] ?? [0, 0];
      const step = own.step({ x: own.spot().x + dx, y: own.spot().y + dy }, round * STEP_MS);
      if (step) toServer.push(step);
      if (random() < 0.6) serve();
      if (random() < 0.6 && toClient.shift()?.()) corrections += 1;
    }
    while (toServer.length > 0) serve();
    for (const answer of toClient) if (answer()) corrections += 1;
    expect(own.pending()).toEqual([]);
    expect({ x: own.spot().x, y: own.spot().y }).toEqual({ x: server.x, y: server.y });
    expect(corrections).toBeLessThanOrEqual(refusals);
  },
);
