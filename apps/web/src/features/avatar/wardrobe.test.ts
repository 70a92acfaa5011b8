import { randomLook } from '@metaverse/art';
import { Look } from '@metaverse/contracts';
import { expect, it } from 'vitest';
import { isWorn, named, wardrobe, type Section } from './wardrobe.ts';

const sections: readonly Section[] = Object.values(wardrobe).flat();
const look = randomLook(3);

it('offers every part of a look, and each choice makes a look that the wire takes', () => {
  const offered = new Set<string>();
  for (const { options } of sections) {
    for (const { parts } of options) {
      for (const part of Object.keys(parts)) offered.add(part);
      expect(Look.safeParse({ ...look, ...parts }).success).toBe(true);
    }
  }
  expect([...offered].sort()).toEqual(Object.keys(Look.shape).sort());
});

it('marks exactly one choice of every section as worn', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const somebody = randomLook(seed);
    for (const { label, options } of sections) {
      expect(
        options.filter((option) => isWorn(somebody, option)),
        label,
      ).toHaveLength(1);
    }
  }
});

it('shows every colour as a patch, and nothing else', () => {
  for (const { kind, options } of sections) {
    for (const { id, color } of options) expect(color !== undefined).toBe(kind === 'color' && id !== 'none');
  }
});

it('turns ids into words', () => {
  expect(named('long-skirt')).toBe('Long skirt');
});
