import type { Avatar } from '@metaverse/contracts';
import { Bone, Skeleton } from '@metaverse/ui';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { RadioGroup } from 'radix-ui';
import { useApi } from '../../lib/client-context.ts';
import { LoadFailed } from '../../lib/LoadFailed.tsx';
import { figureUrl } from './figure-url.ts';
import { optionTile } from './OptionGrid.tsx';

const FRESH_MS = 600_000;

export interface CatalogueProps {
  /** The one that is worn, unless a part of it was changed. */
  readonly avatarId: string | null;
  readonly onChoose: (avatar: Avatar) => void;
}

const pictureOf = ({ look, imageUrl }: Avatar): string | undefined =>
  look ? figureUrl(look, { direction: 'down', action: 'stand', frame: 0 }) : (imageUrl ?? undefined);

/** People to start as. */
export const Catalogue = ({ avatarId, onChoose }: CatalogueProps) => {
  const api = useApi();
  const avatars = useQuery({
    queryKey: ['avatars'],
    queryFn: ({ signal }) => api.listAvatars({ query: { limit: 100 } }, { signal }),
    staleTime: FRESH_MS,
  });
  const grid = 'grid grid-cols-[repeat(auto-fill,minmax(76px,1fr))] gap-2';

  if (avatars.isError)
    return <LoadFailed title="The ready-made looks did not come" error={avatars.error} onRetry={() => void avatars.refetch()} />;
  if (avatars.isPending)
    return (
      <Skeleton label="Loading looks">
        <div className={grid}>
          {[1, 2, 3, 4, 5, 6].map((each) => (
            <Bone key={each} className="h-32 rounded-large" />
          ))}
        </div>
      </Skeleton>
    );
  return (
    <RadioGroup.Root
      aria-label="Ready-made looks"
      value={avatarId}
      onValueChange={(id) => {
        const chosen = avatars.data.items.find((avatar) => avatar.id === id);
        if (chosen) onChoose(chosen);
      }}
      className={grid}
    >
      {avatars.data.items.map((avatar) => (
        <RadioGroup.Item key={avatar.id} value={avatar.id} className={clsx(optionTile, 'h-32 content-between')}>
          <img src={pictureOf(avatar)} alt="" draggable={false} className="h-24 object-contain" />
          <span className="max-w-full truncate px-1">{avatar.name}</span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
};
