import { Logo, Mark, NavLink, TopBar } from '@metaverse/ui';
import { Link, Outlet, useLocation } from 'react-router-dom';
import { ProfileMenu } from '../features/account/ProfileMenu.tsx';
import { SpaceSearch } from '../features/spaces/SpaceSearch.tsx';

/** The frame of the pages that are not a space: the head with the ways to everything. */
export const PageLayout = () => {
  const { pathname } = useLocation();
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        brand={
          <Link to="/" aria-label="Metaverse, to my spaces" className="hit rounded-inner no-underline">
            <span className="max-sm:hidden">
              <Logo />
            </span>
            <span className="sm:hidden">
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
        <NavLink isCurrent={pathname.startsWith('/chat')}>
          <Link to="/chat">Messages</Link>
        </NavLink>
      </TopBar>
      <Outlet />
    </div>
  );
};
