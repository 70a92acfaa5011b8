import { mapTemplates, paintBands } from '@metaverse/art';
import { describe, expect, it } from 'vitest';
import { createSeats } from './seats.ts';
import { standingDrawings } from './placement-sprites.ts';

const office = mapTemplates.find(({ key }) => key === 'office');
const drawings = (office?.placements ?? []).flatMap(standingDrawings);
const at = (piece: string) => drawings.filter(({ key }) => key.piece === piece);

describe('what stands in the office', () => {
  it('is painted in one of the bands', () => {
    const bands = new Set(drawings.flatMap((drawing) => (drawing.role === 'art' ? [drawing.band] : [])));
    expect([...bands].sort()).toEqual([...paintBands].sort());
  });

  it('throws sun by day and shines at night', () => {
    expect(drawings.some(({ role }) => role === 'daylight')).toBe(true);
    expect(drawings.some(({ role }) => role === 'glow')).toBe(true);
  });

  it('covers sitters with the backs of their chairs', () => {
    const parts = at('wood-chair').map(({ key }) => key.part);
    expect(new Set(parts)).toEqual(new Set(['art', 'overlay']));
  });

  it('is left out when nobody draws it', () => {
    expect(standingDrawings({ piece: 'nothing', x: 0, y: 0, rotation: 0, layer: 0, dx: 0, dy: 0 })).toEqual([]);
  });

  it('has a seat on the tile of each chair', () => {
    const seats = createSeats(office?.placements ?? []);
    const chair = office?.placements.find(({ piece }) => piece === 'wood-chair');
    expect(chair && seats(chair)).toBeDefined();
    expect(seats({ x: 0, y: 0 })).toBeUndefined();
  });
});
