import { Button, EmptyState } from '@metaverse/ui';
import { Link } from 'react-router-dom';
import { LoadFailed } from '../../lib/LoadFailed.tsx';
import { useDebounced } from '../../lib/use-debounced.ts';
import { MySpacesSkeleton } from './MySpacesSkeleton.tsx';
import { SpaceGrid } from './SpaceGrid.tsx';
import { counted } from './space-lines.ts';
import { sortSpaces } from './sort-spaces.ts';
import { useSpaceList } from './space-queries.ts';

/** A pause in typing that is none of thinking. */
const TYPING_PAUSE_MS = 250;

/** All spaces that one may enter, or those whose name or description fits the text. */
export const FoundSpaces = ({ text }: { readonly text: string }) => {
  const rested = useDebounced(text, TYPING_PAUSE_MS);
  const found = useSpaceList({ text: rested });

  if (found.isPending) return <MySpacesSkeleton />;
  if (found.isError) return <LoadFailed title="The search did not work" error={found.error} onRetry={() => void found.refetch()} />;

  const spaces = sortSpaces(found.data, 'inside');
  const more = found.hasNextPage ? ' or more' : '';
  return (
    <section aria-labelledby="found-spaces" aria-busy={rested !== text || found.isPlaceholderData}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="found-spaces" className="wrap-anywhere">
          {rested === '' ? 'All spaces' : `Spaces with “${rested}”`}
        </h2>
        <p role="status" className="text-13 text-muted">
          {spaces.length > 0 && `${counted(spaces.length, 'space')}${more}`}
        </p>
      </div>
      {spaces.length === 0 ? (
        <EmptyState
          title={rested === '' ? 'No spaces yet' : 'Nothing found'}
          action={
            <Button asChild>
              <Link to="/">Back to my spaces</Link>
            </Button>
          }
        >
          {rested === ''
            ? 'Spaces that are open to everyone stand here.'
            : 'No space that you may enter has this in its name or description.'}
        </EmptyState>
      ) : (
        <SpaceGrid spaces={spaces} />
      )}
      {found.hasNextPage && (
        <Button className="mt-8" isWorking={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          Show more
        </Button>
      )}
    </section>
  );
};
