import { ApiError } from '@metaverse/client';
import { Button } from '@metaverse/ui';
import { IconRefresh } from '@tabler/icons-react';
import { useRouteError } from 'react-router-dom';
import { RequestNumber } from './RequestNumber.tsx';
import { isPageMissing } from '../lib/page-load.ts';
import { useTitle } from '../lib/use-title.ts';
import { BareLayout } from './BareLayout.tsx';
import { MissingPage } from './MissingPage.tsx';
import { PlacePage } from './PlacePage.tsx';

/** Everything starts anew from it: what the broken page held is not to be trusted. */
const BrokenPage = ({ error }: { readonly error: unknown }) => {
  useTitle('Something broke');
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <PlacePage
      scene="stage"
      kind="Our fault"
      title="Something tripped backstage"
      actions={
        <>
          <Button
            kind="primary"
            icon={IconRefresh}
            onClick={() => {
              location.reload();
            }}
          >
            Try again
          </Button>
          <Button asChild>
            <a href="/">Back to my spaces</a>
          </Button>
        </>
      }
      detail={requestId === undefined ? undefined : <RequestNumber id={requestId} />}
    >
      Nothing you wrote is lost. Try again in a moment; if it stays like this, tell your admin what you did last.
    </PlacePage>
  );
};

/** What is left when a page breaks, or when it could not be fetched. */
export const CrashPage = () => {
  const error = useRouteError();
  return <BareLayout>{isPageMissing(error) ? <MissingPage /> : <BrokenPage error={error} />}</BareLayout>;
};
