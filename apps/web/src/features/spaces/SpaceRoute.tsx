import { ApiError } from '@metaverse/client';
import { Button, Spinner } from '@metaverse/ui';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router-dom';
import { PageFrame } from '../../app/PageFrame.tsx';
import { PlacePage } from '../../app/PlacePage.tsx';
import { RequestNumber } from '../../app/RequestNumber.tsx';
import { useApi } from '../../lib/client-context.ts';
import { failureText } from '../../lib/failure-text.ts';
import { useTitle } from '../../lib/use-title.ts';

const SpacePage = lazy(async () => ({ default: (await import('../world/SpacePage.tsx')).SpacePage }));

/** Membership first: what a member sees of a space is more than what a stranger does. */
const useEntered = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: ['entered-space', id],
    queryFn: async ({ signal }) => {
      await api.joinSpace({ params: { id } }, { signal });
      return api.getSpace({ params: { id } }, { signal });
    },
    // From here on the sockets tell what changes.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
};

const Entering = () => (
  <main id="main" className="grid min-h-dvh place-items-center bg-grass">
    <h1 className="sr-only">Entering the space</h1>
    <span className="rounded-panel bg-surface p-4 shadow-float">
      <Spinner label="Entering" />
    </span>
  </main>
);

const isGone = (error: unknown): boolean => error instanceof ApiError && ['not_found', 'invalid_payload'].includes(error.code);
const isClosed = (error: unknown): boolean => error instanceof ApiError && ['forbidden', 'banned'].includes(error.code);

const Home = ({ isPrimary = false }: { readonly isPrimary?: boolean }) => (
  <Button kind={isPrimary ? 'primary' : 'plain'} asChild>
    <Link to="/">Back to my spaces</Link>
  </Button>
);

const CannotEnter = ({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) => {
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  useTitle(isGone(error) ? 'Not found' : 'Not entered');
  if (isGone(error))
    return (
      <PlacePage scene="portal" kind="Not found, 404" title="There is no door here" actions={<Home isPrimary />}>
        The space was deleted, is private, or the link is not complete. If somebody sent it to you, ask them for a new one.
      </PlacePage>
    );
  if (isClosed(error))
    return (
      <PlacePage scene="portal" kind="Private, 403" title="This door is closed" actions={<Home isPrimary />}>
        Only its members may enter this space. Ask its owner to let you in.
      </PlacePage>
    );
  return (
    <PlacePage
      scene="stage"
      kind="Not entered"
      title="The door did not open"
      actions={
        <>
          <Button kind="primary" icon={IconRefresh} onClick={onRetry}>
            Try again
          </Button>
          <Home />
        </>
      }
      detail={requestId === undefined ? undefined : <RequestNumber id={requestId} />}
    >
      {failureText(error)}
    </PlacePage>
  );
};

/** The way into a space: membership, what stands in it, then the world itself. */
export const SpaceRoute = () => {
  const { id = '' } = useParams();
  const entered = useEntered(id);
  useTitle(entered.data?.name ?? 'Space');

  if (entered.isPending) return <Entering />;
  if (entered.isError)
    return (
      <PageFrame>
        <CannotEnter error={entered.error} onRetry={() => void entered.refetch()} />
      </PageFrame>
    );
  return (
    <Suspense fallback={<Entering />}>
      <SpacePage key={id} space={entered.data} />
    </Suspense>
  );
};
