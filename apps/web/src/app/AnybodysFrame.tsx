import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { PersonProvider } from '../features/account/PersonProvider.tsx';
import { useSession, useSessionStore } from '../features/session/session-context.ts';
import { BareLayout } from './BareLayout.tsx';

const PageFrame = lazy(async () => ({ default: (await import('./PageFrame.tsx')).PageFrame }));

/** The whole frame for who is signed in, a plain one for others. */
export const AnybodysFrame = ({ children }: { readonly children: ReactNode }) => {
  const session = useSession();
  const store = useSessionStore();

  useEffect(() => {
    void store.restore();
  }, [store]);

  const plain = <BareLayout>{children}</BareLayout>;
  if (session.kind === 'unknown') return null;
  if (session.kind !== 'in') return plain;
  return (
    <PersonProvider key={session.userId}>
      <Suspense>
        <PageFrame>{children}</PageFrame>
      </Suspense>
    </PersonProvider>
  );
};
