import { Menu, Portrait, presenceLabels, useTheme, useToast, type MenuEntry, type Theme } from '@metaverse/ui';
import { IconDeviceDesktop, IconDevices, IconHanger, IconLogout, IconMoon, IconSun, IconUserEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { faceOf } from '../../lib/face-of.ts';
import { failureText } from '../../lib/failure-text.ts';
import { useSessionStore } from '../session/session-context.ts';
import { useMe } from './me-context.ts';
import { useUpdateMe } from './me-queries.ts';
import { ProfileDialog } from './ProfileDialog.tsx';

const themeChoices = [
  { theme: 'system', label: 'As the device', icon: IconDeviceDesktop },
  { theme: 'light', label: 'Light', icon: IconSun },
  { theme: 'dark', label: 'Dark', icon: IconMoon },
] as const;

/** One's own portrait; behind it what concerns oneself. */
export const ProfileMenu = () => {
  const me = useMe();
  const { theme, setTheme } = useTheme();
  const updateMe = useUpdateMe();
  const session = useSessionStore();
  const navigate = useNavigate();
  const toast = useToast();
  const [isEditing, setEditing] = useState(false);

  const face = faceOf(me);
  const leave = (isEverywhere: boolean): void => {
    session.leave({ isEverywhere }).catch((error: unknown) => {
      toast({ text: `You are still signed in. ${failureText(error)}`, isFailure: true });
    });
  };
  const choose = (chosen: Theme): void => {
    setTheme(chosen);
    // Another device learns of it; here it holds already.
    updateMe.mutate({ settings: { ...me.settings, theme: chosen } });
  };

  const entries: MenuEntry[] = [
    { caption: `${me.displayName} · ${me.username}` },
    { label: 'Your avatar', icon: IconHanger, onSelect: () => void navigate('/me') },
    { label: 'Name and status', icon: IconUserEdit, onSelect: () => setEditing(true) },
    'line',
    { caption: 'Look' },
    ...themeChoices.map((choice) => ({
      label: choice.label,
      icon: choice.icon,
      isChosen: choice.theme === theme,
      onSelect: () => choose(choice.theme),
    })),
    'line',
    { label: 'Sign out', icon: IconLogout, onSelect: () => leave(false) },
    { label: 'Sign out everywhere', icon: IconDevices, onSelect: () => leave(true) },
  ];

  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            aria-label={`Your profile: ${me.displayName}, ${presenceLabels[me.presence].toLowerCase()}`}
            className="grid h-10 w-12 place-items-center rounded-control hover:bg-hover hover:ground-hover aria-expanded:bg-press aria-expanded:ground-press touch:h-11"
          >
            <Portrait name={face.name} look={face.look} imageUrl={face.imageUrl} size={32} presence={me.presence} />
          </button>
        }
        entries={entries}
      />
      <ProfileDialog key={String(isEditing)} isOpen={isEditing} onClose={() => setEditing(false)} />
    </>
  );
};
