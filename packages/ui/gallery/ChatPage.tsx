import { IconAt, IconPlus, IconRefresh } from '@tabler/icons-react';
import { Button, Door, ErrorState, IconButton, PageHeader, PersonRow, RoomRow } from '../src/index.ts';
import type { Presence } from '../src/index.ts';
import { Anchor } from './Anchor.tsx';
import { ines, people } from './people.ts';

const presences: readonly Presence[] = ['online', 'away', 'busy', 'dnd', 'offline', 'online', 'away'];

/** Lists of rooms and people, and a page that could not be. */
export const ChatPage = () => (
  <main className="mx-auto max-w-300 px-4 py-9">
    <PageHeader title="Where to today?" line="Lists" actions={<Button icon={IconPlus}>Create a space</Button>} />
    <div className="grid gap-12 md:grid-cols-2">
      <div className="ground-paper">
        <RoomRow name="general" unreadCount={5} />
        <RoomRow name="harbour-redesign" isCurrent />
        <RoomRow name="launch-week" isPrivate mentionCount={2} />
        <RoomRow name="reading-list" link={<Anchor href="#reading" />} />
        <RoomRow name="ticket-scanner" end={<span className="text-13 font-semibold">Join</span>} />
      </div>
      <ul className="rounded-panel bg-surface p-2">
        <li>
          <PersonRow person={ines} presence="online" line="Checking the night theme" isMe />
        </li>
        {people.map((one, index) => (
          <li key={one.id}>
            <PersonRow
              person={one}
              presence={presences[index]}
              onOpen={() => undefined}
              actions={<IconButton icon={IconAt} label="Message" size="compact" />}
            />
          </li>
        ))}
      </ul>
    </div>
    <ErrorState
      kicker="Our fault, 500"
      title="Something tripped backstage"
      picture={
        <Door size="page">
          <span className="block size-full bg-tile-4" />
        </Door>
      }
      actions={
        <>
          <Button kind="primary" icon={IconRefresh}>
            Try again
          </Button>
          <Button>Back to my spaces</Button>
        </>
      }
      detail={
        <>
          Request <code>01J9-7K2F-84QT</code>
        </>
      }
    >
      Nothing you wrote is lost. Try again in a moment; if it stays like this, give your admin the number below.
    </ErrorState>
  </main>
);
