import { useTitle } from '../../lib/use-title.ts';

/** Where one dresses. */
export const AvatarPage = () => {
  useTitle('Your avatar');
  return (
    <main id="main">
      <h1>Your avatar</h1>
    </main>
  );
};
