export type MessagePart = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string };

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
/** What ends a sentence is no part of the address before it. */
const TRAILING = /[.,;:!?'*_~]+$/;

const count = (text: string, character: string): number => text.split(character).length - 1;

/** An address as it stands in a text, without the punctuation behind it; brackets belong to it only in pairs. */
function trimAddress(found: string): string {
  const address = found.replace(TRAILING, '');
  const closed = [
    ['(', ')'],
    ['[', ']'],
  ].find(([open = '', close = '']) => address.endsWith(close) && count(address, close) > count(address, open));
  return closed === undefined ? address : trimAddress(address.slice(0, -1));
}

/** A message's text, cut into what is plain and what is a web address. Nothing is ever read as HTML. */
export function messageParts(content: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let end = 0;
  for (const match of content.matchAll(ADDRESS)) {
    const text = trimAddress(match[0]);
    if (!URL.canParse(text)) continue;
    if (match.index > end) parts.push({ kind: 'text', text: content.slice(end, match.index) });
    parts.push({ kind: 'link', text, href: new URL(text).href });
    end = match.index + text.length;
  }
  if (end < content.length) parts.push({ kind: 'text', text: content.slice(end) });
  return parts;
}
