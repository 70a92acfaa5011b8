import { expect, it } from 'vitest';
import { edited, startHistory, type Edit } from './history.ts';

const after = (...edits: Edit<string>[]) => edits.reduce(edited, startHistory('a'));
const set = (value: string): Edit<string> => ({ type: 'set', value });
const undo: Edit<string> = { type: 'undo' };
const redo: Edit<string> = { type: 'redo' };

it('takes back and brings back, step by step', () => {
  expect(after(set('b'), set('c'), undo).present).toBe('b');
  expect(after(set('b'), set('c'), undo, undo).present).toBe('a');
  expect(after(set('b'), set('c'), undo, undo, redo, redo).present).toBe('c');
});

it('stays where there is nothing to take back or to bring back', () => {
  expect(after(undo).present).toBe('a');
  expect(after(set('b'), redo).present).toBe('b');
});

it('forgets what was taken back once something new is done', () => {
  expect(after(set('b'), undo, set('c'), redo).present).toBe('c');
});

it('keeps the last hundred steps', () => {
  const many = Array.from({ length: 150 }, (_, step) => set(String(step)));
  const history = many.reduce(edited, startHistory('a'));
  expect(history.past).toHaveLength(100);
  expect(history.past[0]).toBe('49');
});
