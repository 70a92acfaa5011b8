import { useTheme } from '@metaverse/ui';
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { PersonProvider } from '../features/account/PersonProvider.tsx';
import { ChatProvider } from '../features/chat/ChatProvider.tsx';
import { useSession, useSessionStore } from '../features/session/session-context.ts';
import { loadSceneAhead } from '../lib/scene-address.ts';
import { whenIdle } from '../lib/when-idle.ts';
import { loadPagesAhead } from './pages.ts';
import { UnreachablePage } from './UnreachablePage.tsx';

/** Lets through who is signed in; others sign in first and come back to where they wanted to go. */
export const SignedIn = () => {
  const session = useSession();
  const store = useSessionStore();
  const { pathname, search, hash } = useLocation();

  useEffect(() => {
    void store.restore();
  }, [store]);

  const isIn = session.kind === 'in';
  const { shown: theme } = useTheme();
  useEffect(() => {
    if (!isIn) return;
    return whenIdle(() => {
      void loadPagesAhead();
      loadSceneAhead('stage', theme === 'dark' ? 'night' : 'day');
    });
  }, [isIn, theme]);

  switch (session.kind) {
    case 'unknown':
      return null;
    case 'unreachable':
      return <UnreachablePage onRetry={() => void store.restore()} />;
    case 'out': {
      const wanted = pathname + search + hash;
      const next = wanted === '/' || session.why === 'left' ? '' : `?next=${encodeURIComponent(wanted)}`;
      return <Navigate to={`/sign-in${next}`} replace />;
    }
    case 'in':
      // Another person at the same browser starts from nothing.
      return (
        <PersonProvider key={session.userId}>
          <ChatProvider>
            <Outlet />
          </ChatProvider>
        </PersonProvider>
      );
  }
};
