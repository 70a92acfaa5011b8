import { DockButton, Menu, useTheme } from '@metaverse/ui';
import { IconDeviceDesktop, IconHanger, IconMoon, IconSettings, IconSun } from '@tabler/icons-react';
import { useNavigate } from 'react-router-dom';
import { useMe } from '../../account/me-context.ts';
import { useUpdateMe } from '../../account/me-queries.ts';

const themes = [
  { theme: 'system', label: 'As the device', icon: IconDeviceDesktop },
  { theme: 'light', label: 'Light, day', icon: IconSun },
  { theme: 'dark', label: 'Dark, evening', icon: IconMoon },
] as const;

/** What one sets without leaving the place: day or evening, how one looks. */
export const SettingsMenu = () => {
  const me = useMe();
  const updateMe = useUpdateMe();
  const navigate = useNavigate();
  const { theme: chosen, setTheme } = useTheme();
  return (
    <Menu
      side="top"
      align="end"
      trigger={<DockButton icon={IconSettings} label="Settings" />}
      entries={[
        { label: 'Your avatar', icon: IconHanger, onSelect: () => void navigate('/me') },
        'line',
        { caption: 'Look' },
        ...themes.map(({ theme, label, icon }) => ({
          label,
          icon,
          isChosen: theme === chosen,
          onSelect: () => {
            setTheme(theme);
            // Another device learns of it; here it holds already.
            updateMe.mutate({ settings: { ...me.settings, theme } });
          },
        })),
      ]}
    />
  );
};
