import { Button } from '@metaverse/ui';
import { IconRefresh } from '@tabler/icons-react';
import { useTitle } from '../lib/use-title.ts';
import { BareLayout } from './BareLayout.tsx';
import { PlacePage } from './PlacePage.tsx';

/** The server does not answer, so nobody knows who is signed in. */
export const UnreachablePage = ({ onRetry }: { readonly onRetry: () => void }) => {
  useTitle('No answer');
  return (
    <BareLayout>
      <PlacePage
        scene="stage"
        kind="No answer"
        title="The server cannot be reached"
        actions={
          <Button kind="primary" icon={IconRefresh} onClick={onRetry}>
            Try again
          </Button>
        }
      >
        You are still signed in. Check your connection, then try again.
      </PlacePage>
    </BareLayout>
  );
};
