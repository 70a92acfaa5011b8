import { Bone, Button, EmptyState, Skeleton } from '@metaverse/ui';
import { IconRefresh } from '@tabler/icons-react';
import { useChat } from './chat-context.ts';

/** In place of a space's rooms until they are there. */
export const RoomsLoading = () => (
  <div className="flex-1 p-4">
    <Skeleton label="Loading rooms">
      <div className="grid gap-5">
        {['w-32', 'w-40', 'w-28'].map((width) => (
          <Bone key={width} className={`h-3 rounded-chip ${width}`} />
        ))}
      </div>
    </Skeleton>
  </div>
);

/** In place of a space's rooms when the server does not give them. */
export const RoomsFailed = ({ spaceId }: { readonly spaceId: string }) => {
  const chat = useChat();
  return (
    <div role="alert" className="flex-1 p-4">
      <EmptyState
        title="The rooms did not come"
        action={
          <Button
            icon={IconRefresh}
            onClick={() => {
              chat.exitSpace(spaceId);
              chat.enterSpace(spaceId);
            }}
          >
            Try again
          </Button>
        }
      >
        The space is private, or the server could not say what is in it.
      </EmptyState>
    </div>
  );
};
