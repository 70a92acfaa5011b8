import { createBrowserRouter } from 'react-router-dom';
import { DoorLayout } from '../features/account/DoorLayout.tsx';
import { CrashPage } from './CrashPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { pages } from './pages.ts';
import { RootLayout } from './RootLayout.tsx';

/** Nothing: the first paint is the page itself, which is a moment away. */
const Arriving = () => null;

/** Every page by its address. What most visits do not need is loaded when it is first gone to. */
export const createRouter = () =>
  createBrowserRouter([
    {
      element: <RootLayout />,
      errorElement: <CrashPage />,
      HydrateFallback: Arriving,
      children: [
        {
          element: <DoorLayout />,
          children: [
            { path: 'sign-in', lazy: async () => ({ Component: (await pages.signIn()).SignInPage }) },
            { path: 'sign-up', lazy: async () => ({ Component: (await pages.signUp()).SignUpPage }) },
          ],
        },
        {
          lazy: async () => ({ Component: (await import('./SignedIn.tsx')).SignedIn }),
          children: [
            {
              lazy: async () => ({ Component: (await import('./PageFrame.tsx')).PageLayout }),
              errorElement: <CrashPage />,
              children: [
                { index: true, lazy: async () => ({ Component: (await pages.dashboard()).DashboardPage }) },
                {
                  path: 'chat/:spaceId?/:roomId?',
                  lazy: async () => ({ Component: (await pages.chat()).ChatPage }),
                },
                { path: 'me', lazy: async () => ({ Component: (await pages.avatar()).AvatarPage }) },
              ],
            },
            { path: 'spaces/:id', lazy: async () => ({ Component: (await pages.spaceRoute()).SpaceRoute }) },
          ],
        },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
