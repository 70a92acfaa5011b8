import { expect, test } from 'vitest';
import { createOutageLog } from './outage-log.ts';

const record = () => {
  const lines: string[] = [];
  let time = 0;
  const say = (level: string) => (facts: object, text: string) =>
    void lines.push([level, text, ...Object.values(facts).filter((fact) => typeof fact === 'number')].join(' '));
  const log = { warn: say('warn'), info: say('info'), debug: () => undefined };
  const outage = createOutageLog({ log, begins: 'away', ends: 'back', now: () => time });
  return { lines, outage, pass: (ms: number) => (time += ms) };
};

test('says once that something fails, and once that it works again', () => {
  const { lines, outage, pass } = record();
  outage.recovered();
  for (let tries = 0; tries < 50; tries += 1) {
    outage.failed(new Error('refused'));
    pass(500);
  }
  expect(outage.isOn()).toBe(true);
  outage.recovered();
  outage.recovered();
  expect(outage.isOn()).toBe(false);
  expect(lines).toEqual(['warn away 1', 'info back 50 25']);
});

test('reminds once a minute', () => {
  const { lines, outage, pass } = record();
  for (let second = 0; second < 180; second += 1) {
    outage.failed(new Error('refused'));
    pass(1_000);
  }
  expect(lines).toEqual(['warn away 1', 'warn away 61', 'warn away 121']);
});

test('tells of the next outage at once', () => {
  const { lines, outage } = record();
  outage.failed(new Error('refused'));
  outage.recovered();
  outage.failed(new Error('refused'));
  expect(lines).toEqual(['warn away 1', 'info back 1 0', 'warn away 1']);
});
