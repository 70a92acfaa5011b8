import type { SpaceDraft, SpacePatch } from '@metaverse/contracts';
import type { Api } from '@metaverse/client';
import { keepPreviousData, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../../lib/client-context.ts';
import { whenIdle } from '../../lib/when-idle.ts';

const all = ['spaces'] as const;
/** Who is inside changes by itself; asked for anew while the page is looked at. */
const WHO_IS_INSIDE_MS = 15_000;
const MAPS_ARE_FRESH_MS = 3_600_000;
const PAGE = 60;

export type SpaceListQuery = { isMine?: boolean; text?: string };

/** A list of spaces, page by page; `data` is all that is loaded. */
export const useSpaceList = ({ isMine = false, text = '' }: SpaceListQuery, { isEnabled = true }: { isEnabled?: boolean } = {}) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...all, 'list', { isMine, text }],
    queryFn: ({ pageParam, signal }) =>
      api.listSpaces(
        {
          query: {
            limit: PAGE,
            ...(isMine && { mine: true }),
            ...(text !== '' && { query: text }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
    refetchInterval: WHO_IS_INSIDE_MS,
    enabled: isEnabled,
  });
};

/** A space with all that stands in it, as it is for a picture: who is inside is told by the lists. */
export const useSpaceDetail = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: [...all, 'detail', id],
    queryFn: ({ signal }) => api.getSpace({ params: { id } }, { signal }),
    staleTime: MAPS_ARE_FRESH_MS,
  });
};

const mapsQuery = (api: Api) =>
  queryOptions({ queryKey: ['maps'], queryFn: ({ signal }) => api.listMaps({}, { signal }), staleTime: MAPS_ARE_FRESH_MS });

/** The maps that spaces can be made from. */
export const useMaps = () => useQuery({ ...mapsQuery(useApi()), select: ({ items }) => items });

/** Fetches them and their pictures when the page is idle: the dialog that shows them then opens with all of it. */
export const useMapsAhead = (): void => {
  const api = useApi();
  const queries = useQueryClient();
  useEffect(() => {
    const fetchAll = async (): Promise<void> => {
      const { items } = await queries.query(mapsQuery(api));
      for (const { thumbnailUrl } of items) if (thumbnailUrl !== null) new Image().src = thumbnailUrl;
    };
    return whenIdle(() => {
      // The dialog asks for itself what does not come now.
      fetchAll().catch(() => undefined);
    });
  }, [api, queries]);
};

/** `onDone` comes when the lists show what was done, even if what asked for it is gone by then. */
const useSpaceMutation = <Input, Output>(run: (input: Input) => Promise<Output>, onDone?: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: all });
      onDone?.();
    },
  });
};

export const useCreateSpace = () => {
  const api = useApi();
  return useSpaceMutation((body: SpaceDraft) => api.createSpace({ body }));
};

export const useUpdateSpace = (id: string) => {
  const api = useApi();
  return useSpaceMutation((body: SpacePatch) => api.updateSpace({ params: { id }, body }));
};

export const useDeleteSpace = (id: string, onDone: () => void) => {
  const api = useApi();
  const queries = useQueryClient();
  return useSpaceMutation(async () => {
    await api.deleteSpace({ params: { id } });
    queries.removeQueries({ queryKey: [...all, 'detail', id] });
  }, onDone);
};

export const useLeaveSpace = (id: string, onDone: () => void) => {
  const api = useApi();
  return useSpaceMutation(() => api.leaveSpace({ params: { id } }), onDone);
};
