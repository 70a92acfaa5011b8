import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { focusTitle } from '../lib/focus-title.ts';

/** On a new page: to the top, and the focus to its title, so that screen readers begin there. Not on the first one. */
export const useArrival = (): void => {
  const { pathname } = useLocation();
  const last = useRef(pathname);

  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    scrollTo(0, 0);
    // Pages that put the focus somewhere themselves, such as into a form, keep it.
    if (!document.activeElement?.closest('main')) focusTitle();
  }, [pathname]);
};
