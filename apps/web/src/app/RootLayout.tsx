import { Outlet } from 'react-router-dom';
import { useArrival } from './use-arrival.ts';

/** Around every page: the way past the head for keyboards, and the focus on arrival. */
export const RootLayout = () => {
  useArrival();
  return (
    <>
      <a
        href="#main"
        className="fixed start-3 top-3 z-60 -translate-y-20 rounded-control bg-inverse px-4 py-2.5 text-14 font-semibold text-on-inverse focus:translate-y-0"
      >
        Skip to the content
      </a>
      <Outlet />
    </>
  );
};
