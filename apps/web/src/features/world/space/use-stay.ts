import { createWorld, type World, type WorldStatus } from '@metaverse/client';
import type { SpaceDetail } from '@metaverse/contracts';
import { gridOfSpace } from '@metaverse/world-core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTokens } from '../../../lib/client-context.ts';

/** One's stay in a space, for as long as the page is shown. Comes back by itself after a break. */
export function useStay(space: SpaceDetail): World {
  const tokens = useTokens();
  const [world] = useState(() => createWorld({ url: '', tokens, spaceId: space.id, grid: gridOfSpace(space) }));

  useEffect(() => {
    const wake = (): void => {
      if (document.visibilityState === 'visible') world.wake();
    };
    world.start();
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      world.stop();
    };
  }, [world]);

  // The map was changed and fetched again.
  useEffect(() => {
    world.setGrid(gridOfSpace(space));
  }, [world, space]);

  return world;
}

export const useStatus = (world: World): WorldStatus => useSyncExternalStore(world.status.subscribe, world.status.getSnapshot);
