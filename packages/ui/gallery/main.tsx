import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { UiProvider } from '../src/index.ts';
import '../src/styles.css';
import { ChatPage } from './ChatPage.tsx';
import { SpacePage } from './SpacePage.tsx';
import { StatesPage } from './StatesPage.tsx';

const pages = { states: StatesPage, space: SpacePage, chat: ChatPage };

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

const asked = new URLSearchParams(location.search).get('page');
const Page = asked === 'space' || asked === 'chat' ? pages[asked] : pages.states;
createRoot(root).render(
  <StrictMode>
    <UiProvider>
      <Page />
    </UiProvider>
  </StrictMode>,
);
