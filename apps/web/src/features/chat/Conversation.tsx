import type { Failure, RoomState } from '@metaverse/client';
import { Bone, Button, EmptyState, Skeleton, TypingLine, VisuallyHidden } from '@metaverse/ui';
import { IconRefresh } from '@tabler/icons-react';
import { shortNames } from '../../lib/first-names.ts';
import { useChat, useRoom } from './chat-context.ts';
import { MessageList } from './MessageList.tsx';
import { isMine } from './room-order.ts';
import { PublicRoomDoor } from './PublicRoomDoor.tsx';
import { RoomComposer } from './RoomComposer.tsx';
import { useNews } from './use-news.ts';
import { useOpenRoom } from './use-open-room.ts';

const widths = ['w-4/5', 'w-3/5', 'w-2/3', 'w-1/2'];

const Loading = () => (
  <div className="flex-1 px-4 py-6">
    <Skeleton label="Loading messages">
      <div className="grid gap-6">
        {widths.map((width) => (
          <div key={width} className="flex gap-3">
            <Bone className="size-9 rounded-control" />
            <div className="grid flex-1 gap-2">
              <Bone className="h-3 w-28 rounded-chip" />
              <Bone className={`h-3 rounded-chip ${width}`} />
            </div>
          </div>
        ))}
      </div>
    </Skeleton>
  </div>
);

const LoadFailed = ({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) => (
  <div role="alert" className="flex-1 p-6">
    <EmptyState
      title="The messages did not come"
      action={
        <Button icon={IconRefresh} onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {failure.code === 'not_found' || failure.code === 'forbidden'
        ? 'This room is not there any more, or it is private.'
        : 'The server could not give them. Try again in a moment.'}
    </EmptyState>
  </div>
);

const Messages = ({ room }: { readonly room: RoomState }) => {
  const chat = useChat();
  const onRetry = (): void => {
    chat.openRoom(room.room.id);
  };
  if (room.isLoaded) return <MessageList room={room} />;
  return room.loadFailure === null ? <Loading /> : <LoadFailed failure={room.loadFailure} onRetry={onRetry} />;
};

/** Display names where they are known: somebody may type who is not among the listeners yet. */
const typistNames = ({ typists, listeners }: RoomState): readonly string[] =>
  shortNames(typists.map(({ userId, username }) => listeners.find(({ id }) => id === userId)?.displayName ?? username));

const OpenConversation = ({ room, onEscape }: { readonly room: RoomState; readonly onEscape: (() => void) | undefined }) => {
  const news = useNews(room);
  return (
    <>
      <Messages room={room} />
      <VisuallyHidden>
        <span role="status">{news}</span>
      </VisuallyHidden>
      <TypingLine names={typistNames(room)} />
      <RoomComposer room={room.room} onEscape={onEscape} isFocused />
    </>
  );
};

export interface ConversationProps {
  readonly roomId: string;
  /** Esc in the composer: back to the world. */
  readonly onEscape?: (() => void) | undefined;
}

/** One room: its messages, who is typing, where one writes. Fills a flex column. Give it the room's id as `key`. */
export const Conversation = ({ roomId, onEscape }: ConversationProps) => {
  const room = useRoom(roomId);
  useOpenRoom(roomId);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {room === undefined && <Loading />}
      {room !== undefined && !isMine(room) && <PublicRoomDoor room={room.room} />}
      {room !== undefined && isMine(room) && <OpenConversation room={room} onEscape={onEscape} />}
    </div>
  );
};
