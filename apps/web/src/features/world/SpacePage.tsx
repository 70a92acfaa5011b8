import type { SpaceDetail } from '@metaverse/contracts';
import { ToastProvider } from '@metaverse/ui';
import { WorldPage } from './space/WorldPage.tsx';

/** A space: the world over the whole window, and what floats over it. Needs the signed-in person, their chat and the router above it. */
export const SpacePage = ({ space }: { readonly space: SpaceDetail }) => (
  <ToastProvider place="space">
    <WorldPage space={space} />
  </ToastProvider>
);
