/**
 * Sets the theme before the first paint. It runs as a script of its own in the page's head, so it is one function that uses
 * nothing from outside: its text is what the browser gets.
 */
export const bootTheme = (): void => {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem('theme');
  } catch {
    // Storage may be closed to us; the device decides then.
  }
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
};
