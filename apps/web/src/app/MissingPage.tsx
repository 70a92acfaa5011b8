import { Button } from '@metaverse/ui';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTitle } from '../lib/use-title.ts';
import { PlacePage } from './PlacePage.tsx';

/** Loads the page anew, but only when the server answers: a browser's own error page would lead nowhere. */
const useReload = () => {
  const [state, setState] = useState<'rest' | 'asking' | 'silent'>('rest');
  const reload = (): void => {
    setState('asking');
    fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
      () => {
        location.reload();
      },
      () => {
        setState('silent');
      },
    );
  };
  return { state, reload };
};

/** A part of the app could not be fetched. */
export const MissingPage = () => {
  useTitle('No answer');
  const { state, reload } = useReload();
  return (
    <PlacePage
      scene="stage"
      kind="No answer"
      title="This page did not load"
      actions={
        <Button kind="primary" icon={IconRefresh} isWorking={state === 'asking'} onClick={reload}>
          Try again
        </Button>
      }
    >
      You are still signed in. Check your connection, then try again.
      <span role="status" className="mt-2 block font-semibold text-ink-2 empty:hidden">
        {state === 'silent' && 'Still no answer from the server.'}
      </span>
    </PlacePage>
  );
};
