import { themeBoot } from '@metaverse/ui/vite';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type ProxyOptions } from 'vite';

/** Where the services answer in development: standalone's default port, or the proxy of the split. */
const server = process.env['SERVER_URL'] ?? 'http://127.0.0.1:3000';

const plain: ProxyOptions = { target: server };
const socket: ProxyOptions = { target: server, ws: true };

export default defineConfig({
  root: import.meta.dirname,
  // The mark is the favicon; it lives with the other marks of the interface.
  publicDir: '../../packages/ui/assets',
  plugins: [react(), tailwindcss(), themeBoot()],
  server: {
    host: '127.0.0.1',
    proxy: { '/api': plain, '/media': plain, '/auth': plain, '/docs': plain, '/health': plain, '/.well-known': plain, '/socket': socket },
  },
  build: {
    // Fonts and scripts as data addresses would need a looser content security policy.
    assetsInlineLimit: 0,
    target: 'es2024',
  },
});
