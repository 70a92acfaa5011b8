import { useCallback, useSyncExternalStore } from 'react';

/** What somebody may choose; `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const;

/** One of {@link themes}. */
export type Theme = (typeof themes)[number];

/** The key under which the choice is kept in this browser; `theme-boot` reads it before the first paint. */
const STORAGE_KEY = 'theme';
const CHANGED = 'themechange';
const DARK = '(prefers-color-scheme: dark)';

const isTheme = (value: string | null): value is Theme => themes.some((each) => each === value);

/** The choice kept in this browser; `system` when there is none, or when storage is closed to us. */
export const storedTheme = (): Theme => {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return isTheme(stored) ? stored : 'system';
  } catch {
    return 'system';
  }
};

const resolve = (theme: Theme): 'light' | 'dark' => {
  if (theme !== 'system') return theme;
  return matchMedia(DARK).matches ? 'dark' : 'light';
};

/** Shows a theme. What glides from colour to colour otherwise would do so on the whole page, each part at its own pace. */
const show = (next: 'light' | 'dark'): void => {
  const { documentElement: page } = document;
  if (page.dataset['theme'] === next) return;
  page.dataset['themeFlips'] = '';
  page.dataset['theme'] = next;
  // The new colours are in place with the next picture but one.
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      delete page.dataset['themeFlips'];
    });
  });
};

/** Shows a theme at once and keeps the choice in this browser. */
export const applyTheme = (theme: Theme): void => {
  show(resolve(theme));
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Private windows may refuse storage: the theme then lasts as long as the page.
  }
  dispatchEvent(new Event(CHANGED));
};

/** Keeps the page in step with the device and with other tabs, as long as the choice is `system`; returns what stops it. */
export const followSystemTheme = (): (() => void) => {
  const system = matchMedia(DARK);
  const update = (): void => {
    show(resolve(storedTheme()));
    dispatchEvent(new Event(CHANGED));
  };
  const onStorage = (event: StorageEvent): void => {
    if (event.key === STORAGE_KEY) update();
  };
  system.addEventListener('change', update);
  addEventListener('storage', onStorage);
  return () => {
    system.removeEventListener('change', update);
    removeEventListener('storage', onStorage);
  };
};

const subscribe = (listener: () => void): (() => void) => {
  addEventListener(CHANGED, listener);
  return () => {
    removeEventListener(CHANGED, listener);
  };
};

const shown = (): 'light' | 'dark' => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light');

/** The theme chosen, the one shown, and how to choose another. */
export const useTheme = (): { theme: Theme; shown: 'light' | 'dark'; setTheme: (theme: Theme) => void } => ({
  theme: useSyncExternalStore(subscribe, storedTheme),
  shown: useSyncExternalStore(subscribe, shown),
  setTheme: useCallback((theme: Theme) => {
    applyTheme(theme);
  }, []),
});
