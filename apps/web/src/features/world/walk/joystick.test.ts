import { describe, expect, it } from 'vitest';
import { headingOf, KNOB_REACH_PX, knobAt } from './joystick.ts';

const pulled = (degrees: number, length = 30) => ({
  x: Math.cos((degrees * Math.PI) / 180) * length,
  y: Math.sin((degrees * Math.PI) / 180) * length,
});

describe('the joystick', () => {
  it('leads into the nearest of eight directions', () => {
    expect(headingOf(pulled(0))).toEqual({ dx: 1, dy: 0 });
    expect(headingOf(pulled(20))).toEqual({ dx: 1, dy: 0 });
    expect(headingOf(pulled(25))).toEqual({ dx: 1, dy: 1 });
    expect(headingOf(pulled(90))).toEqual({ dx: 0, dy: 1 });
    expect(headingOf(pulled(180))).toEqual({ dx: -1, dy: 0 });
    expect(headingOf(pulled(-45))).toEqual({ dx: 1, dy: -1 });
    expect(headingOf(pulled(-100))).toEqual({ dx: 0, dy: -1 });
  });

  it('rests under a finger that does not pull', () => {
    expect(headingOf({ x: 4, y: -6 })).toBeNull();
  });

  it('keeps its knob within the ring', () => {
    expect(knobAt({ x: 3, y: 4 })).toEqual({ x: 3, y: 4 });
    const { x, y } = knobAt({ x: 300, y: 400 });
    expect(Math.hypot(x, y)).toBeCloseTo(KNOB_REACH_PX);
  });
});
