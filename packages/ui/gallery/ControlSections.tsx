import { IconBell, IconLayoutSidebarRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  Button,
  Checkbox,
  Field,
  IconButton,
  PasswordInput,
  RadioCards,
  SearchField,
  Segmented,
  Select,
  Switch,
  Textarea,
  TextInput,
} from '../src/index.ts';
import type { ButtonKind } from '../src/index.ts';
import { Section } from './Section.tsx';

const kinds: readonly { kind: ButtonKind; word: string }[] = [
  { kind: 'primary', word: 'Enter' },
  { kind: 'plain', word: 'Invite' },
  { kind: 'quiet', word: 'Cancel' },
  { kind: 'danger', word: 'Delete' },
];

export const ButtonSection = () => (
  <Section title="Buttons" isWide>
    <div className="grid grid-cols-[repeat(4,max-content)] max-sm:grid-cols-[repeat(2,max-content)] gap-x-6 gap-y-3.5">
      {kinds.map(({ kind, word }) => (
        <div key={kind} className="contents">
          <Button kind={kind}>{word}</Button>
          <Button kind={kind} isWorking>
            {word}
          </Button>
          <Button kind={kind} icon={IconPlus}>
            {word}
          </Button>
          <Button kind={kind} disabledReason="Somebody else is at it">
            {word}
          </Button>
        </div>
      ))}
    </div>
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <Button kind="primary" size="large">
        Large, 48
      </Button>
      <Button kind="primary">Regular, 40</Button>
      <Button kind="primary" size="compact">
        Compact, 32
      </Button>
      <Button kind="primary" size="compact" isWorking>
        Compact, 32
      </Button>
      <IconButton icon={IconBell} label="Notices" keys="N" />
      <IconButton icon={IconLayoutSidebarRight} label="Side panel" isOn />
      <IconButton icon={IconBell} label="Compact" size="compact" />
      <Button asChild kind="plain">
        <a href="#link">A link</a>
      </Button>
    </div>
  </Section>
);

const Toggles = () => {
  const [isOn, setOn] = useState(true);
  const [view, setView] = useState<'table' | 'grid'>('table');
  return (
    <div className="mt-5 flex flex-wrap items-center gap-7">
      <Checkbox label="Off" isChecked={!isOn} onChange={(next) => setOn(!next)} />
      <Checkbox label="On" isChecked={isOn} onChange={setOn} />
      <Switch label="Off" isOn={!isOn} onChange={(next) => setOn(!next)} />
      <Switch label="On" isOn={isOn} onChange={setOn} />
      <Segmented
        label="View"
        size="compact"
        options={[
          { value: 'table', label: 'Table' },
          { value: 'grid', label: 'Grid' },
        ]}
        value={view}
        onChange={setView}
      />
    </div>
  );
};

const Choices = () => {
  const [who, setWho] = useState<'team' | 'private'>('team');
  const [map, setMap] = useState<'office' | 'park' | 'empty'>('office');
  return (
    <div className="mt-6 grid gap-5">
      <RadioCards
        label="Map"
        options={[
          { value: 'office', label: 'Studio office', line: '40 × 24 tiles', picture: <span className="block size-full bg-tile-2" /> },
          { value: 'park', label: 'Park', line: '30 × 18 tiles', picture: <span className="block size-full bg-tile-5" /> },
          { value: 'empty', label: 'Empty', line: 'Your size', picture: <span className="block size-full" /> },
        ]}
        value={map}
        onChange={setMap}
      />
      <RadioCards
        label="Who may enter"
        options={[
          { value: 'team', label: 'Team', line: 'Everyone with an account here' },
          { value: 'private', label: 'Private', line: 'Only people you invite' },
        ]}
        value={who}
        onChange={setWho}
      />
    </div>
  );
};

export const InputSection = () => {
  const [sought, setSought] = useState('');
  return (
    <Section title="Inputs" isWide>
      <div className="grid items-start gap-5 md:grid-cols-3">
        <Field label="Space name" help="Up to 60 characters">
          <TextInput placeholder="Name it after a place" />
        </Field>
        <Field label="Password" aside={<a href="#forgot">Forgot it?</a>}>
          <PasswordInput size="large" defaultValue="four unrelated words" autoComplete="off" />
        </Field>
        <Field label="Space name" error="You already have a space with this name.">
          <TextInput defaultValue="Lantern House" />
        </Field>
        <Field label="Username" okay="Free">
          <TextInput defaultValue="ines.moreau" />
        </Field>
        <Field label="Space name" help="Only the owner can rename it">
          <TextInput defaultValue="Lantern House" disabled />
        </Field>
        <Field label="Room">
          <Select
            options={[
              { value: 'a', label: 'harbour-redesign' },
              { value: 'b', label: 'general' },
            ]}
          />
        </Field>
        <Field label="What is it for?" aside="Optional">
          <Textarea placeholder="Shown on its card and to people you invite" rows={2} />
        </Field>
        <SearchField label="Search spaces, people, messages" value={sought} onChange={setSought} keys="Ctrl K" className="self-center" />
      </div>
      <Toggles />
      <Choices />
    </Section>
  );
};
