import { IconHash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  Composer,
  DaySeparator,
  JumpButton,
  MessageRow,
  PanelHeader,
  RoomChip,
  TitleButton,
  TypingLine,
  UnreadLine,
} from '../src/index.ts';
import { ines, person } from './people.ts';

const at = (minute: number) => ({
  time: `10:${minute}`,
  dateTime: `2026-11-20T10:${minute}`,
  fullTime: `20 November 2026, 10:${minute}`,
});

const Log = () => (
  <div className="relative flex min-h-0 flex-1 flex-col justify-end overflow-hidden">
    <DaySeparator>Today, 20 November</DaySeparator>
    <MessageRow author={person(2)} {...at(12)}>
      Contrast pass for direct sun. Left is Monday, right is today.
    </MessageRow>
    <MessageRow author={person(2)} {...at(13)} isGrouped>
      Second line of the same person
    </MessageRow>
    <UnreadLine />
    <MessageRow author={person(0)} {...at(14)} isForMe>
      @Ines can you check the night theme against the harbour lights before lunch? I am at the reception.
    </MessageRow>
    <MessageRow author={ines} {...at(17)} delivery="sent">
      On my way over.
    </MessageRow>
    <JumpButton to="end" onJump={() => undefined}>
      3 new
    </JumpButton>
  </div>
);

/** A whole chat, as panel and sheet hold it. */
export const Chat = () => {
  const [text, setText] = useState('Night theme holds up at the pier, one thing though: the gate');
  return (
    <>
      <PanelHeader title={<TitleButton icon={IconHash}>harbour-redesign</TitleButton>} onClose={() => undefined} />
      <div className="flex shrink-0 gap-1.5 overflow-hidden border-b border-line px-4 pb-3">
        <RoomChip name="general" icon={IconHash} count={5} />
        <RoomChip name="Jonas" count={1} isMine />
      </div>
      <Log />
      <TypingLine names={['Jonas', 'Aiko']} />
      <Composer
        label="Message #harbour-redesign"
        value={text}
        onChange={setText}
        onSend={() => {
          setText('');
        }}
        maxLength={4000}
      />
    </>
  );
};
