import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/** On a new page: to the top, and the focus to its title, so that screen readers begin there. Not on the first one. */
export const useArrival = (): void => {
  const { pathname } = useLocation();
  const last = useRef(pathname);

  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    scrollTo(0, 0);
    const title = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    // Pages that put the focus somewhere themselves, such as into a form, keep it.
    if (!title || document.activeElement?.closest('main')) return;
    title.tabIndex = -1;
    title.classList.add('outline-none', 'focus-visible:shadow-none');
    title.focus({ preventScroll: true });
  }, [pathname]);
};
