import { type Chatroom, MESSAGE_CONTENT_MAX } from '@metaverse/contracts';
import { Composer } from '@metaverse/ui';
import { useEffect, useRef } from 'react';
import { useChat } from './chat-context.ts';
import { useDraft } from './use-draft.ts';

export interface RoomComposerProps {
  readonly room: Chatroom;
  readonly onEscape?: (() => void) | undefined;
  /** Takes the focus when it appears. */
  readonly isFocused?: boolean | undefined;
}

const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Where one writes into a room; keeps what was begun. Give it the room's id as `key`. */
export const RoomComposer = ({ room, onEscape, isFocused = false }: RoomComposerProps) => {
  const chat = useChat();
  const [text, setText] = useDraft(room.id);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    // On a touch screen the keyboard would cover what one came to read.
    if (isFocused && !isTouch()) field.current?.focus();
  }, [isFocused]);

  return (
    <Composer
      ref={field}
      value={text}
      label={`Message #${room.name}`}
      maxLength={MESSAGE_CONTENT_MAX}
      isEnterSend={!isTouch()}
      onEscape={onEscape}
      onChange={(next) => {
        setText(next);
        if (next.trim() === '') chat.stopTyping(room.id);
        else chat.typing(room.id);
      }}
      onSend={() => {
        chat.send(room.id, text);
        setText('');
      }}
    />
  );
};
