import { expect, it } from 'vitest';
import { markedContent, markIn } from './marks.ts';

it('finds the number of a message in whatever text it is delivered in', () => {
  expect(markIn(markedContent(7))).toBe(7);
  expect(markIn(JSON.stringify(['receive-message', { id: 'a', content: markedContent(1_234) }]))).toBe(1_234);
  expect(markIn('["user-joined",{}]')).toBeNull();
});
