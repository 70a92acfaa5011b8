import type { MePatch } from '@metaverse/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/client-context.ts';

export const meKey = ['me'] as const;

/** The signed-in person's own record. */
export const useMeQuery = () => {
  const api = useApi();
  return useQuery({ queryKey: meKey, queryFn: ({ signal }) => api.getMe({}, { signal }), staleTime: 60_000 });
};

/** Changes the own record; every place that shows it follows. */
export const useUpdateMe = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: MePatch) => api.updateMe({ body }),
    onSuccess: (me) => {
      queries.setQueryData(meKey, me);
      void queries.invalidateQueries({ queryKey: ['spaces'] });
    },
  });
};
