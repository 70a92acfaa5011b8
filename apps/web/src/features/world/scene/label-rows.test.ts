import { describe, expect, it } from 'vitest';
import { type LabelBox, labelRows } from './label-rows.ts';

const label = (id: string, x: number, more: Partial<LabelBox> = {}): LabelBox => ({
  id,
  x,
  y: 100,
  width: 90,
  isStill: true,
  isMine: false,
  ...more,
});
const rows = (...boxes: LabelBox[]): string =>
  [...labelRows(boxes)]
    .map(([id, row]) => `${id}${row}`)
    .sort()
    .join(' ');

describe('labels of people who stand side by side', () => {
  it('stay at the feet where they have room', () => {
    expect(rows(label('a', 0), label('b', 94))).toBe('a0 b0');
    expect(rows(label('a', 0), label('b', 10, { y: 148 }))).toBe('a0 b0');
  });

  it('go down in turns, whatever order they come in', () => {
    const row = [label('c', 96), label('a', 0), label('d', 144), label('b', 48)];
    expect(rows(...row)).toBe('a0 b1 c0 d1');
    expect(rows(...row.toReversed())).toBe('a0 b1 c0 d1');
  });

  it('leave mine at my feet', () => {
    expect(rows(label('a', 0), label('me', 48, { isMine: true }))).toBe('a1 me0');
  });

  it('give way to nobody who walks past', () => {
    expect(rows(label('a', 0), label('b', 48, { isStill: false }))).toBe('a0');
  });

  it('stay where there is no room further down either', () => {
    expect(rows(label('a', 0), label('b', 20), label('c', 40), label('d', 60))).toBe('a0 b1 c2 d0');
  });
});
