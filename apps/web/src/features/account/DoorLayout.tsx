import { Logo } from '@metaverse/ui';
import { useEffect } from 'react';
import { Link, Navigate, Outlet, useSearchParams } from 'react-router-dom';
import { localPath } from '../../lib/local-path.ts';
import { useSession, useSessionStore } from '../session/session-context.ts';
import { OfflineBanner } from '../../app/OfflineBanner.tsx';
import { OfficeView } from './OfficeView.tsx';

/** The pages in front of the door: a form, and beside it what lies behind. Who is signed in already goes on. */
export const DoorLayout = () => {
  const session = useSession();
  const store = useSessionStore();
  const [params] = useSearchParams();

  useEffect(() => {
    void store.restore();
  }, [store]);

  if (session.kind === 'in') return <Navigate to={localPath(params.get('next'))} replace />;
  if (session.kind === 'unknown') return null;
  return (
    <div className="grid min-h-dvh lg:h-dvh lg:min-h-[760px] lg:grid-cols-[minmax(520px,5fr)_8fr]">
      <div className="flex flex-col overflow-y-auto px-4 pt-5 pb-8 sm:px-14 lg:py-8 lg:ps-18">
        <OfflineBanner />
        <header>
          <Link to="/sign-in" aria-label="Metaverse" className="hit inline-flex rounded-inner no-underline">
            <Logo />
          </Link>
        </header>
        <main id="main" className="flex flex-1 flex-col max-lg:mx-auto max-lg:w-full max-lg:max-w-98">
          <Outlet />
        </main>
      </div>
      <OfficeView />
    </div>
  );
};
