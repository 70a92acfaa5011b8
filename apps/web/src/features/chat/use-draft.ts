import { useState } from 'react';
import { useMe } from '../account/me-context.ts';

const read = (key: string): string => {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    // Storage may be forbidden: then drafts live as long as the page.
    return '';
  }
};

const write = (key: string, text: string): void => {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // As above.
  }
};

/** What is being written in a room; survives going elsewhere and reloading. Use it below a `key` of the room. */
export const useDraft = (roomId: string): readonly [text: string, setText: (text: string) => void] => {
  const key = `draft:${useMe().id}:${roomId}`;
  const [text, setText] = useState(() => read(key));
  return [
    text,
    (next) => {
      setText(next);
      write(key, next);
    },
  ];
};
