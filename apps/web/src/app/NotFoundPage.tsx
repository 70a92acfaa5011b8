import { Button } from '@metaverse/ui';
import { Link } from 'react-router-dom';
import { useTitle } from '../lib/use-title.ts';
import { AnybodysFrame } from './AnybodysFrame.tsx';
import { PlacePage } from './PlacePage.tsx';

/** An address that leads nowhere. */
export const NotFoundPage = () => {
  useTitle('Not found');
  return (
    <AnybodysFrame>
      <PlacePage
        scene="portal"
        kind="Not found, 404"
        title="There is no door here"
        actions={
          <>
            <Button kind="primary" asChild>
              <Link to="/">Back to my spaces</Link>
            </Button>
            <Button asChild>
              <Link to="/?search">Search spaces</Link>
            </Button>
          </>
        }
      >
        The link is not complete, or what it led to was deleted. If somebody sent it to you, ask them for a new one.
      </PlacePage>
    </AnybodysFrame>
  );
};
