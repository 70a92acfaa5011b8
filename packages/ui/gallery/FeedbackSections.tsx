import {
  IconArchive,
  IconClock,
  IconEye,
  IconFlag,
  IconInfoCircle,
  IconMessageCircle,
  IconMicrophoneOff,
  IconRefresh,
  IconWalk,
  IconWifiOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import {
  Banner,
  Bone,
  Button,
  ConfirmDialog,
  Count,
  Dialog,
  Door,
  EmptyState,
  Field,
  Kbd,
  LiveCount,
  Menu,
  Skeleton,
  Tag,
  TextInput,
  useToast,
} from '../src/index.ts';
import { Section } from './Section.tsx';

export const BadgeSection = () => (
  <Section title="Badges and keys">
    <div className="flex flex-wrap items-center gap-2.5">
      <Count count={5} label="5 unread" />
      <Count count={140} label="140 unread" />
      <Count count={3} label="3 mentions" isMine />
      <Tag>Unused</Tag>
      <Tag tone="green">In use</Tag>
      <Tag tone="amber" icon={IconClock}>
        Ends Friday
      </Tag>
      <Tag tone="berry">Disabled</Tag>
      <Tag tone="tide" icon={IconInfoCircle}>
        Draft
      </Tag>
      <Tag tone="mine">You</Tag>
      <LiveCount>12 inside</LiveCount>
    </div>
    <div className="mt-5 flex items-center gap-2">
      <Kbd>Ctrl K</Kbd>
      <span className="text-13 text-muted">Search</span>
    </div>
  </Section>
);

export const BannerSection = () => (
  <Section title="Banners" isWide>
    <div className="grid gap-2.5">
      <Banner tone="amber" icon={IconWifiOff} lead="You are offline.">
        You can go on writing. Messages go out when you are back.
      </Banner>
      <Banner
        tone="tide"
        icon={IconRefresh}
        action={
          <Button kind="quiet" size="compact">
            Load now
          </Button>
        }
      >
        A new version is ready. It loads when you next leave a space.
      </Banner>
      <Banner tone="berry" icon={IconMicrophoneOff} lead="Your browser blocks the microphone.">
        Allow it in the address bar, then try again.
      </Banner>
    </div>
  </Section>
);

export const OverlaySection = () => {
  const toast = useToast();
  const [open, setOpen] = useState<'none' | 'confirm' | 'create' | 'leave'>('none');
  const close = (): void => {
    setOpen('none');
  };
  return (
    <Section title="Menu, toast, dialog">
      <div className="flex flex-wrap gap-2">
        <Menu
          trigger={<Button>Menu</Button>}
          entries={[
            { label: 'Message', icon: IconMessageCircle, onSelect: close },
            { label: 'Walk over', icon: IconWalk, keys: 'G', onSelect: close },
            { label: 'Follow', icon: IconEye, isChosen: true, onSelect: close },
            'line',
            { label: 'Report …', icon: IconFlag, isDanger: true, onSelect: close },
          ]}
        />
        <Button
          onClick={() => {
            toast({ text: '“reading-list” archived', icon: IconArchive, action: { label: 'Undo', onAct: close } });
          }}
        >
          Toast
        </Button>
        <Button onClick={() => setOpen('confirm')}>Delete …</Button>
        <Button onClick={() => setOpen('create')}>Create …</Button>
        <Button onClick={() => setOpen('leave')}>Leave …</Button>
      </div>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        onClose={close}
        onConfirm={close}
        title="Delete “Harbour test lab”?"
        description="Its map, 3 rooms and 1,218 messages go with it. The 2 people inside are asked to leave."
        confirmLabel="Delete space"
        nameToType="Harbour test lab"
      />
      <ConfirmDialog
        isOpen={open === 'leave'}
        onClose={close}
        onConfirm={close}
        title="Leave “Lantern House”?"
        description="You need a new invitation to come back."
        confirmLabel="Leave it"
        cancelLabel="Stay"
      />
      <Dialog
        isOpen={open === 'create'}
        onClose={close}
        title="Create a space"
        description="Pick a map to start from. Everything in it can be moved later."
        width="wide"
        footer={
          <>
            <Button kind="quiet" onClick={close}>
              Cancel
            </Button>
            <Button kind="primary">Create and enter</Button>
          </>
        }
      >
        <Field label="Name">
          <TextInput />
        </Field>
      </Dialog>
    </Section>
  );
};

export const LoadingSection = () => (
  <Section title="Loading">
    <Skeleton label="Loading messages">
      <div className="grid gap-4.5">
        {['w-45', 'w-65', 'w-30'].map((width) => (
          <div key={width} className="flex gap-3">
            <Bone className="size-9 shrink-0 rounded-control" />
            <div className="grid gap-2 pt-0.5">
              <Bone className="h-3 w-25 rounded-chip" />
              <Bone className={`h-3 rounded-chip ${width}`} />
            </div>
          </div>
        ))}
      </div>
    </Skeleton>
  </Section>
);

export const EmptySection = () => (
  <Section title="Empty">
    <EmptyState title="Quiet in here" action={<Button>Write the first message</Button>}>
      Nobody has written in #reading-list yet. What are you reading?
    </EmptyState>
    <div className="mt-6 flex flex-wrap items-end gap-3">
      <Door>
        <span className="block size-full bg-tile-5" />
      </Door>
      <Door size="side">
        <span className="block size-full bg-tile-2" />
      </Door>
      <span className="p-2">
        <Door size="middle" isPrimary>
          <span className="block size-full bg-tile-3" />
        </Door>
      </span>
    </div>
  </Section>
);
