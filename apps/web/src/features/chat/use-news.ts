import type { RoomState } from '@metaverse/client';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../account/me-context.ts';

/** Messages that come within this time are told together. */
const GROUP_MS = 3_000;
/** After this the same words can be said again. */
const SILENCE_MS = 1_000;

/** "3 new in harbour-redesign", for screen readers: others' messages of a room, grouped. Empty when there is nothing to say. */
export const useNews = ({ room, messages, isLoaded }: RoomState): string => {
  const { id: me } = useMe();
  const [words, setWords] = useState('');
  const told = useRef<number | null>(null);
  const lastSeq = messages.at(-1)?.seq ?? 0;

  useEffect(() => {
    if (!isLoaded) return;
    if (told.current === null) {
      // What was there on arrival is read, not told.
      told.current = lastSeq;
      return;
    }
    if (lastSeq <= told.current) return;
    const timer = setTimeout(() => {
      const since = told.current ?? lastSeq;
      const count = messages.filter(({ seq, senderId }) => seq > since && senderId !== me).length;
      told.current = lastSeq;
      if (count > 0) setWords(`${count} new in ${room.name}`);
    }, GROUP_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isLoaded, lastSeq, messages, me, room.name]);

  useEffect(() => {
    if (words === '') return;
    const timer = setTimeout(() => {
      setWords('');
    }, SILENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [words]);
  return words;
};
