import { runInNewContext } from 'node:vm';
import { afterEach, expect, it, vi } from 'vitest';
import { bootTheme } from './theme-boot.ts';

const page = (options: { stored: string | null; isSystemDark: boolean }): { theme?: string } => {
  const dataset: { theme?: string } = {};
  vi.stubGlobal('document', { documentElement: { dataset } });
  vi.stubGlobal('localStorage', { getItem: () => options.stored });
  vi.stubGlobal('matchMedia', () => ({ matches: options.isSystemDark }));
  return dataset;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  { stored: null, isSystemDark: true, shown: 'dark' },
  { stored: null, isSystemDark: false, shown: 'light' },
  { stored: 'system', isSystemDark: true, shown: 'dark' },
  { stored: 'light', isSystemDark: true, shown: 'light' },
  { stored: 'dark', isSystemDark: false, shown: 'dark' },
  { stored: 'purple', isSystemDark: false, shown: 'light' },
])('shows $shown when $stored is stored and the device is dark: $isSystemDark', ({ shown, ...options }) => {
  const dataset = page(options);
  bootTheme();
  expect(dataset.theme).toBe(shown);
});

it('follows the device when storage is closed', () => {
  const dataset = page({ stored: null, isSystemDark: true });
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('closed');
    },
  });
  bootTheme();
  expect(dataset.theme).toBe('dark');
});

it('needs nothing but the page, so that its text can run as a script of its own', () => {
  const dataset: { theme?: string } = {};
  runInNewContext(`(${bootTheme.toString()})()`, {
    document: { documentElement: { dataset } },
    localStorage: { getItem: () => 'dark' },
    matchMedia: () => ({ matches: false }),
  });
  expect(dataset.theme).toBe('dark');
});
