import { Button, PageHeader } from '@metaverse/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useTitle } from '../../lib/use-title.ts';
import { CreateSpaceDialog } from './CreateSpaceDialog.tsx';
import { FoundSpaces } from './FoundSpaces.tsx';
import { MySpaces } from './MySpaces.tsx';
import { SpaceSearch } from './SpaceSearch.tsx';
import { useMapsAhead, useSpaceList } from './space-queries.ts';
import { useSearchText } from './use-search-text.ts';

/** Where one chooses a place to go to. */
export const DashboardPage = () => {
  useTitle('Spaces');
  useMapsAhead();
  const text = useSearchText();
  const [params] = useSearchParams();
  const [isCreating, setCreating] = useState(false);
  const create = (): void => {
    setCreating(true);
  };
  // Who has none yet is offered the first one in the middle of the page.
  const hasNone = useSpaceList({ isMine: true }).data?.length === 0;
  const isLooking = text !== '' || params.has('all');

  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-300 flex-1 grid-cols-1 content-start gap-x-12 px-4 pt-9 pb-14 sm:px-8 lg:has-[aside]:grid-cols-[minmax(0,1fr)_296px] xl:px-0"
    >
      <div>
        <PageHeader
          title="Where to today?"
          actions={
            !isLooking && hasNone ? undefined : (
              <Button icon={IconPlus} onClick={create} aria-label="Create a space">
                <span>
                  Create<span className="max-sm:hidden"> a space</span>
                </span>
              </Button>
            )
          }
        />
        <SpaceSearch className="mb-6 md:hidden" />
      </div>
      {isLooking ? <FoundSpaces text={text} /> : <MySpaces onCreate={create} />}
      {isCreating && (
        <CreateSpaceDialog
          onClose={() => {
            setCreating(false);
          }}
        />
      )}
    </main>
  );
};
