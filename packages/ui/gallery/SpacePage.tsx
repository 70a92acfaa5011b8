import { IconMap2, IconMessageCircle, IconMoodSmile, IconSettings, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Button, Dock, DockButton, DockLine, Mark, Menu, Nameplate, NameplatePeople, Panel, Sheet, TitleButton } from '../src/index.ts';
import type { SheetSize } from '../src/index.ts';
import { Chat } from './ChatParts.tsx';
import { people } from './people.ts';

const Plate = () => (
  <Nameplate
    back={
      <a href="?" aria-label="Spaces" className="rounded-inner">
        <Mark />
      </a>
    }
    title={
      <Menu
        trigger={<TitleButton>Lantern House</TitleButton>}
        entries={[{ label: 'Leave', icon: IconUsers, isDanger: true, onSelect: () => undefined }]}
      />
    }
    people={<NameplatePeople people={people} count={12} aria-expanded={false} />}
  />
);

const isPhone = matchMedia('(width < 40rem)').matches;

/** What floats over the world, on a plain ground. */
export const SpacePage = () => {
  const [size, setSize] = useState<SheetSize>('half');
  const [isOpen, setOpen] = useState(true);
  const toggle = (): void => {
    setOpen((was) => !was);
  };
  return (
    <main className="relative h-dvh overflow-hidden bg-grass">
      <div className="absolute start-3 top-3">
        <Plate />
      </div>
      <div className="absolute end-3 top-3 rounded-panel bg-surface p-1 shadow-float xl:end-102 max-sm:hidden">
        <Button kind="quiet" icon={IconUserPlus}>
          Invite
        </Button>
      </div>
      <div className="absolute inset-x-3 bottom-3 grid justify-center max-sm:justify-stretch xl:end-102">
        <Dock>
          <DockButton icon={IconMoodSmile} label="Emotes" />
          <DockLine />
          <DockButton icon={IconMessageCircle} label="Chat" keys="C" isOpen={isOpen} onClick={toggle} />
          <DockButton icon={IconUsers} label="People" keys="P" isOpen={false} count={{ count: 1, label: '1 mention', isMine: true }} />
          <DockButton icon={IconMap2} label="Map" />
          <DockLine />
          <DockButton icon={IconSettings} label="Settings" />
        </Dock>
      </div>
      {isOpen && !isPhone && (
        <Panel label="Chat">
          <Chat />
        </Panel>
      )}
      {isOpen && isPhone && (
        <Sheet label="Chat" size={size} onSizeChange={setSize} onClose={toggle}>
          <Chat />
        </Sheet>
      )}
    </main>
  );
};
