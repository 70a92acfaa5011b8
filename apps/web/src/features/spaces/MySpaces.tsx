import { Button } from '@metaverse/ui';
import { useState } from 'react';
import { LoadFailed } from '../../lib/LoadFailed.tsx';
import { HeroSpace } from './HeroSpace.tsx';
import { MySpacesSkeleton } from './MySpacesSkeleton.tsx';
import { NewSpaceCard } from './NewSpaceCard.tsx';
import { NoSpaces } from './NoSpaces.tsx';
import { OpenSpaces } from './OpenSpaces.tsx';
import { SortMenu } from './SortMenu.tsx';
import { SpaceGrid } from './SpaceGrid.tsx';
import { sortSpaces, type SortOrder } from './sort-spaces.ts';
import { useSpaceList } from './space-queries.ts';

/** The spaces that one is a member of, the liveliest of them large; beside them the doors that are open to everyone. */
export const MySpaces = ({ onCreate }: { readonly onCreate: () => void }) => {
  const mine = useSpaceList({ isMine: true });
  const everybodys = useSpaceList({});
  const [order, setOrder] = useState<SortOrder>('inside');

  if (mine.isPending || everybodys.isPending) return <MySpacesSkeleton />;
  const failed = [mine, everybodys].find((list) => list.isError);
  if (failed && !mine.data)
    return (
      <LoadFailed
        title="Your spaces did not come"
        error={failed.error}
        onRetry={() => void Promise.all([mine.refetch(), everybodys.refetch()])}
      />
    );

  const spaces = mine.data ?? [];
  const open = sortSpaces(everybodys.data?.filter(({ myRole, visibility }) => myRole === null && visibility === 'public') ?? [], 'inside');
  if (spaces.length === 0) return <NoSpaces open={open} onCreate={onCreate} />;

  const [liveliest] = sortSpaces(spaces, 'inside');
  const others = spaces.filter(({ id }) => id !== liveliest?.id);
  return (
    <>
      <div>
        {liveliest && <HeroSpace space={liveliest} isWide={open.length === 0} />}
        <section aria-labelledby="my-spaces" className="mt-9">
          <div className="mb-4 flex items-center justify-between gap-4">
            <h2 id="my-spaces">{others.length > 0 ? 'My spaces' : 'Another door'}</h2>
            {others.length > 1 && <SortMenu order={order} onChange={setOrder} />}
          </div>
          <SpaceGrid spaces={sortSpaces(others, order)} last={<NewSpaceCard onPress={onCreate} />} />
          {mine.hasNextPage && (
            <Button className="mt-8" isWorking={mine.isFetchingNextPage} onClick={() => void mine.fetchNextPage()}>
              Show more
            </Button>
          )}
        </section>
      </div>
      {open.length > 0 && (
        <aside aria-label="More spaces" className="max-lg:mt-10 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:pt-2">
          <OpenSpaces spaces={open} allHref="/?all" />
        </aside>
      )}
    </>
  );
};
