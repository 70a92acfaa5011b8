import { UiProvider } from '@metaverse/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router-dom';
import { SessionContext } from '../features/session/session-context.ts';
import { ClientContext } from '../lib/client-context.ts';
import type { Composed } from './compose.ts';
import { createRouter } from './router.tsx';

/** The app with all that it needs around it. */
export const App = ({ client, session, queryClient }: Composed) => {
  const [router] = useState(createRouter);
  return (
    <ClientContext value={client}>
      <SessionContext value={session}>
        <QueryClientProvider client={queryClient}>
          <UiProvider>
            <RouterProvider router={router} />
          </UiProvider>
        </QueryClientProvider>
      </SessionContext>
    </ClientContext>
  );
};
