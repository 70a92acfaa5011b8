import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { themeBoot } from '../src/theme/vite-theme-boot.ts';

/** The built gallery runs under a policy as strict as the app's, so that a component that would break it is seen here. */
const strictPolicy: Plugin = {
  name: 'strict-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'content-security-policy',
        content: "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'",
      },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss(), themeBoot(), strictPolicy],
  server: { host: '127.0.0.1' },
});
