import { Segmented, useTheme } from '../src/index.ts';

export const ThemeSwitch = () => {
  const { theme, setTheme } = useTheme();
  return (
    <Segmented
      label="Theme"
      size="compact"
      options={[
        { value: 'system', label: 'System' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ]}
      value={theme}
      onChange={setTheme}
    />
  );
};
