import { describe, expect, it } from 'vitest';
import { type FreePart, layoutSpeech, type SpeechBox, type SpeechPlace } from './speech-layout.ts';

const free: FreePart = { left: 0, top: 72, right: 1000 };
const box = (id: string, x: number, y: number): SpeechBox => ({ id, tip: { x, y }, width: 232, height: 54 });

function placeOf(id: string, boxes: readonly SpeechBox[], part = free): SpeechPlace {
  const place = layoutSpeech(boxes, part).get(id);
  if (!place) throw new Error(`${id} was not placed`);
  return place;
}

/** Where on the screen the tail hangs. */
const tailOf = ({ left, tailX }: SpeechPlace): number => left + tailX;

function overlapping(boxes: readonly SpeechBox[], part = free): string[] {
  const places = layoutSpeech(boxes, part);
  const areas = boxes.map(({ id, width, height }) => ({ id, width, height, ...placeOf(id, boxes, part) }));
  expect(places.size).toBe(boxes.length);
  return areas.flatMap((one, index) =>
    areas
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.left + other.width &&
          other.left < one.left + one.width &&
          one.top < other.top + other.height &&
          other.top < one.top + one.height,
      )
      .map((other) => `${one.id} and ${other.id}`),
  );
}

describe('speech', () => {
  it('stands in the middle over the head, its tail at the tip', () => {
    expect(placeOf('a', [box('a', 500, 400)])).toEqual({ tip: { x: 500, y: 400 }, left: 384, top: 340, tailX: 116, stemPx: 0 });
  });

  it('is pushed in from the edge of what is free, while its tail stays at the head', () => {
    for (const [x, left] of [
      [60, 8],
      [950, 760],
    ] as const) {
      const place = placeOf('a', [box('a', x, 400)]);
      expect(place.left).toBe(left);
      expect(tailOf(place)).toBe(x);
    }
  });

  it('is never cut above, and goes out of the window with whoever does', () => {
    expect(placeOf('a', [box('a', 500, 100)]).top).toBe(72);
    expect(placeOf('a', [box('a', -100, 400)]).left).toBe(-92);
    expect(placeOf('a', [box('a', 500, 20)]).top).toBe(-40);
  });

  it('of neighbours lies side by side with both tails at their heads, where there is width', () => {
    for (const apart of [48, 120, 200]) {
      const boxes = [box('new', 500, 400), box('old', 500 + apart, 400)];
      expect(overlapping(boxes), `${apart} px apart`).toEqual([]);
      expect(tailOf(placeOf('new', boxes))).toBe(500);
      expect(tailOf(placeOf('old', boxes))).toBe(500 + apart);
      expect(placeOf('old', boxes).top).toBe(340);
    }
  });

  it('gives way alone where that is enough: the newer stays over its head', () => {
    const boxes = [box('new', 500, 400), box('old', 660, 400)];
    expect(placeOf('new', boxes).left).toBe(384);
    expect(placeOf('old', boxes).left).toBe(622);
  });

  it('moves up above the newer where there is no width, its tail over its head', () => {
    const phone = { ...free, right: 390 };
    const boxes = [box('new', 195, 400), box('old', 147, 400)];
    expect(overlapping(boxes, phone)).toEqual([]);
    expect(placeOf('new', boxes, phone).top).toBe(340);
    const old = placeOf('old', boxes, phone);
    expect(old.top).toBe(280);
    expect(tailOf(old)).toBe(147);
    expect(old.stemPx, 'its stem reaches down to the head').toBe(60);
    expect(placeOf('new', boxes, phone).stemPx).toBe(0);
  });

  it('of a crowd on one spot is stacked, the newest lowest', () => {
    const boxes = ['a', 'b', 'c', 'd'].map((id) => box(id, 500, 500));
    expect(overlapping(boxes)).toEqual([]);
    expect(boxes.map(({ id }) => placeOf(id, boxes).top)).toEqual([440, 380, 320, 260]);
  });

  it('that finds no room is left out, the oldest first', () => {
    const boxes = ['a', 'b', 'c'].map((id) => box(id, 500, 200));
    expect([...layoutSpeech(boxes, free).keys()]).toEqual(['a', 'b']);
  });
});
