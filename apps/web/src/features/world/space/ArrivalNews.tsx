import type { World } from '@metaverse/client';
import { useEffect, useState } from 'react';
import { arrivalWords, newcomers } from './arrival-news.ts';

/** Arrivals are told together, at most this often. */
const TELL_EVERY_MS = 10_000;

/** Tells screen readers who came in, politely and not too often. */
export const ArrivalNews = ({ world }: { readonly world: World }) => {
  const [words, setWords] = useState('');

  useEffect(() => {
    let before = world.roster.getSnapshot();
    let names: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;

    const tell = (): void => {
      setWords(arrivalWords(names));
      // After a quiet time the words go, so that the same person's next arrival is news again.
      timer = names.length > 0 ? setTimeout(tell, TELL_EVERY_MS) : undefined;
      names = [];
    };
    const stop = world.roster.subscribe(() => {
      const now = world.roster.getSnapshot();
      // The first list, or that after a break, tells who is here, not who came.
      const isListed = before.length > 0 && now.length > 0;
      if (isListed) names.push(...newcomers(before, now, world.self()?.userId).map(({ displayName }) => displayName));
      before = now;
      if (names.length > 0 && timer === undefined) tell();
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [world]);

  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
};
