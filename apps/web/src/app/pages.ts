/** The parts of the app that are fetched when they are first needed. */
export const pages = {
  signIn: () => import('../features/account/SignInPage.tsx'),
  signUp: () => import('../features/account/SignUpPage.tsx'),
  dashboard: () => import('../features/spaces/DashboardPage.tsx'),
  chat: () => import('../features/chat/ChatPage.tsx'),
  avatar: () => import('../features/avatar/AvatarPage.tsx'),
  spaceRoute: () => import('../features/spaces/SpaceRoute.tsx'),
  space: () => import('../features/world/SpacePage.tsx'),
};

/** Fetches what is behind the ways that lead on from a signed-in page: each then opens at once, without a network too. */
export async function loadPagesAhead(): Promise<void> {
  const { dashboard, chat, avatar, spaceRoute, space } = pages;
  // What does not come now is fetched when it is gone to.
  await Promise.allSettled([dashboard, chat, avatar, spaceRoute, space].map((load) => load()));
}
