import { hasOlder, type RoomState, unreadCount } from '@metaverse/client';
import { Button, DaySeparator, JumpButton, Spinner, UnreadLine } from '@metaverse/ui';
import { useCallback, useMemo } from 'react';
import { useMe } from '../account/me-context.ts';
import { useChat } from './chat-context.ts';
import { type ConversationRow, conversationRows } from './conversation-rows.ts';
import { StoredMessage, WaitingMessage } from './MessageItem.tsx';
import { dayWords } from './time-words.ts';
import { useFirstUnread } from './use-first-unread.ts';
import { useReadMarks } from './use-read-marks.ts';
import { useScroll } from './use-scroll.ts';

const Row = ({ row }: { readonly row: ConversationRow }) => {
  const me = useMe();
  switch (row.kind) {
    case 'day':
      return <DaySeparator dateTime={row.at.slice(0, 10)}>{dayWords(new Date(row.at), new Date())}</DaySeparator>;
    case 'unread':
      return (
        <div data-unread>
          <UnreadLine />
        </div>
      );
    case 'message':
      return (
        <div data-seq={row.message.seq}>
          <StoredMessage message={row.message} isGrouped={row.isGrouped} isMyLast={row.isMyLast} />
        </div>
      );
    case 'pending':
      return <WaitingMessage pending={row.pending} me={me} isGrouped={row.isGrouped} isMyLast={row.isMyLast} />;
  }
};

/** What stands above the first message: more is coming, did not come, or there is nothing before. */
const Beginning = ({ room, onOlder }: { readonly room: RoomState; readonly onOlder: () => void }) => {
  if (!hasOlder(room))
    return (
      <div className="px-4 pt-8 pb-2 @lg:px-6">
        <p className="display text-17">{room.room.name}</p>
        <p className="mt-1 text-14 text-muted">{room.room.topic === '' ? 'This is where the room begins.' : room.room.topic}</p>
      </div>
    );
  if (room.older === 'failed')
    return (
      <div className="grid justify-items-center p-3">
        <Button size="compact" onClick={onOlder}>
          Load older messages
        </Button>
      </div>
    );
  return <div className="grid h-12 place-items-center">{room.older === 'loading' && <Spinner label="Loading older messages" />}</div>;
};

/** A room's messages, the newest at the end. Scrolling up brings older ones. */
export const MessageList = ({ room }: { readonly room: RoomState }) => {
  const chat = useChat();
  const me = useMe();
  const { messages, pending, unreadAfterSeq, older } = room;
  const roomId = room.room.id;

  const rows = useMemo(() => conversationRows({ messages, pending, unreadAfterSeq }, me.id), [messages, pending, unreadAfterSeq, me.id]);
  const loadOlder = useCallback(() => void chat.loadOlder(roomId), [chat, roomId]);
  const onNearStart = useCallback(() => {
    if (older === 'idle') loadOlder();
  }, [older, loadOlder]);
  const firstSeq = messages[0]?.seq;
  const { ref, isAtEnd, toEnd, toUnread } = useScroll({
    firstKey: firstSeq === undefined ? undefined : String(firstSeq),
    ownKey: pending.at(-1)?.clientMessageId,
    rows,
    onNearStart,
  });
  useReadMarks(ref, roomId, rows);
  const firstUnread = useFirstUnread(room, toUnread);
  const newBelow = unreadCount(room);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {/* Scrollable by keyboard; announced by the conversation's own line, not message by message. */}
      <div
        ref={ref}
        role="log"
        aria-live="off"
        aria-label={`Messages in ${room.room.name}`}
        // What scrolls must be reachable by keyboard, and nothing inside it may be.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="focus-inset relative flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <div className="mt-auto pb-2">
          <Beginning room={room} onOlder={loadOlder} />
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </div>
      </div>
      {firstUnread && (
        <JumpButton to="start" isWorking={firstUnread.isGoing} onJump={firstUnread.go}>
          {`First of ${firstUnread.count} new`}
        </JumpButton>
      )}
      {!isAtEnd && (
        <JumpButton to="end" onJump={toEnd}>
          {newBelow > 0 ? `${newBelow} new` : 'To the latest'}
        </JumpButton>
      )}
    </div>
  );
};
