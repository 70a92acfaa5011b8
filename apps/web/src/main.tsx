import { followSystemTheme } from '@metaverse/ui';
import '@metaverse/ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { compose } from './app/compose.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

followSystemTheme();
createRoot(root).render(
  <StrictMode>
    <App {...compose()} />
  </StrictMode>,
);
