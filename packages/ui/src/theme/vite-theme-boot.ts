import type { Plugin } from 'vite';
import { bootTheme } from './theme-boot.ts';

const DEV_PATH = '/theme-boot.js';
const NAME = 'theme-boot.js';

/** The script's source: Node has already stripped the types when it takes the function's text. */
const source = `(${bootTheme.toString()})();\n`;

/**
 * Puts the theme script first into the page's head, as a file with a hash in its name: a strict content security policy
 * forbids inline scripts, and a module would run after the first paint.
 */
export const themeBoot = (): Plugin => ({
  name: 'theme-boot',
  buildStart() {
    if (this.environment.mode === 'build') this.emitFile({ type: 'asset', name: NAME, source });
  },
  configureServer(server) {
    server.middlewares.use(DEV_PATH, (_request, response) => {
      response.setHeader('content-type', 'text/javascript');
      response.end(source);
    });
  },
  transformIndexHtml: {
    order: 'post',
    handler(_html, context) {
      const emitted = Object.values(context.bundle ?? {}).find((file) => file.type === 'asset' && file.names.includes(NAME));
      const path = emitted ? `/${emitted.fileName}` : DEV_PATH;
      return [{ tag: 'script', attrs: { src: path }, injectTo: 'head-prepend' }];
    },
  },
});
