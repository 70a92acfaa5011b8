import { describe, expect, it } from 'vitest';
import { messageParts } from './message-parts.ts';

const links = (content: string): string[] => messageParts(content).flatMap((part) => (part.kind === 'link' ? [part.text] : []));

describe('the parts of a message', () => {
  it.each([
    '',
    'plain',
    'a <b>bold</b> claim',
    'see https://a.example/x, and (http://b.example/y_(z)). Bye',
    'http://',
    'ends https://a.example',
  ])('add up to what was written: %j', (content) => {
    expect(
      messageParts(content)
        .map(({ text }) => text)
        .join(''),
    ).toBe(content);
  });

  it('link addresses without the punctuation around them', () => {
    expect(links('see https://a.example/x, and (http://b.example/y_(z)). Bye')).toEqual(['https://a.example/x', 'http://b.example/y_(z)']);
    expect(links('"https://a.example/?q=1&r=2#s"!')).toEqual(['https://a.example/?q=1&r=2#s']);
  });

  it('never link anything but the web', () => {
    expect(links('javascript:alert(1) data:text/html,x ftp://a.example file:///etc mailto:a@b.example http://')).toEqual([]);
  });
});
