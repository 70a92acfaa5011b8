import { describe, expect, it } from 'vitest';
import { createFigure, type Motion } from './figure.ts';
import type { Seats } from './seats.ts';
import { FEET } from './units.ts';
import { TILES_PER_FRAME } from './walk-cycle.ts';

const noSeats: Seats = () => undefined;
const chair: Seats = ({ x, y }) => (x === 5 && y === 5 ? { x: 5.5, y: 5.4, direction: 'up' } : undefined);
const still = (x: number, y: number): Motion => ({ x, y, direction: 'right', isWalking: false });
const walking = (x: number, y: number): Motion => ({ x, y, direction: 'right', isWalking: true });

describe('a figure', () => {
  it('stands with its feet on its tile', () => {
    expect(createFigure(noSeats, true).update(still(3, 4), 1_000)).toEqual({
      x: 3 + FEET.x,
      y: 4 + FEET.y,
      direction: 'right',
      action: 'stand',
      frame: 0,
    });
  });

  it('walks by the distance, not by the clock', () => {
    const figure = createFigure(noSeats, true);
    figure.update(walking(0, 0), 0);
    expect(figure.update(walking(TILES_PER_FRAME * 0.9, 0), 900).frame).toBe(0);
    expect(figure.update(walking(TILES_PER_FRAME * 1.1, 0), 901).frame).toBe(1);
    expect(figure.update(walking(TILES_PER_FRAME * 2.1, 0), 902).frame).toBe(2);
  });

  it('goes on walking over the moment between two steps, and then stands', () => {
    const figure = createFigure(noSeats, true);
    figure.update(walking(0.9, 0), 0);
    expect(figure.update(still(1, 0), 60).action).toBe('walk');
    expect(figure.update(still(1, 0), 200).action).toBe('stand');
  });

  it('sits down on a seat after a moment, not while walking past', () => {
    const figure = createFigure(chair, true);
    figure.update(walking(4.9, 5), 0);
    expect(figure.update(still(5, 5), 50).action).not.toBe('sit');
    expect(figure.update(still(5, 5), 1_000)).toMatchObject({ x: 5.5, y: 5.4, action: 'sit', direction: 'up' });
  });

  it('keeps to its own chair when it has one', () => {
    expect(createFigure(chair, false).update(still(5, 5), 1_000).action).toBe('stand');
  });
});
