import { Logo, Mark, NavLink, TopBar } from '@metaverse/ui';
import type { ReactNode } from 'react';
import { Link, Outlet, useLocation } from 'react-router-dom';
import { ProfileMenu } from '../features/account/ProfileMenu.tsx';
import { SpaceSearch } from '../features/spaces/SpaceSearch.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';

/** Around the pages that are not a space: the head with the ways to everything. Needs the signed-in person above it. */
export const PageFrame = ({ children }: { readonly children: ReactNode }) => {
  const { pathname } = useLocation();
  const isChat = pathname.startsWith('/chat');
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        brand={
          <Link to="/" aria-label="Metaverse, to my spaces" className="hit inline-flex rounded-inner no-underline">
            <span className="inline-flex max-sm:hidden">
              <Logo />
            </span>
            <span className="inline-flex sm:hidden">
              <Mark />
            </span>
          </Link>
        }
        end={
          <>
            <SpaceSearch className="w-80 max-lg:w-56 max-md:hidden" />
            <ProfileMenu />
          </>
        }
      >
        <NavLink isCurrent={pathname === '/'}>
          <Link to="/">Spaces</Link>
        </NavLink>
        <NavLink isCurrent={isChat}>
          <Link to="/chat">Messages</Link>
        </NavLink>
      </TopBar>
      {/* The chat has word of its own for a missing network. */}
      {!isChat && <OfflineBanner />}
      {children}
    </div>
  );
};

/** The frame around whichever page the address asks for. */
export const PageLayout = () => (
  <PageFrame>
    <Outlet />
  </PageFrame>
);
