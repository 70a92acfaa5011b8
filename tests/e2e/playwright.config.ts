import { defineConfig } from '@playwright/test';

/** Chromium as Debian ships it; it must look for nothing outside this machine. */
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export default defineConfig<object, { kind: 'standalone' | 'split' }>({
  testDir: './src',
  outputDir: './test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // One stack at a time on a small machine.
  workers: 1,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: CHROMIUM, args: ARGS },
  },
  projects: [
    { name: 'standalone', use: { kind: 'standalone' } },
    { name: 'split', use: { kind: 'split' } },
  ],
});
