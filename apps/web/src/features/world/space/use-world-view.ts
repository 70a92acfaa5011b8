import type { World } from '@metaverse/client';
import type { SpaceDetail } from '@metaverse/contracts';
import { useTheme } from '@metaverse/ui';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Stage } from '../scene/camera.ts';
import { scenePlan } from '../scene/map-plan.ts';
import type { WorldView } from '../scene/world-view.ts';

export type ShownWorld =
  { readonly kind: 'drawing' } | { readonly kind: 'shown'; readonly view: WorldView } | { readonly kind: 'impossible' };

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Draws a space into an element as soon as one has arrived in it. The renderer is loaded when it is first needed. */
export function useWorldView(
  host: RefObject<HTMLElement | null>,
  world: World,
  options: { space: SpaceDetail; stage: Stage | null; isReady: boolean },
): ShownWorld {
  const { space, stage, isReady } = options;
  const plan = useMemo(() => scenePlan(space), [space]);
  const { shown: theme } = useTheme();
  const [shown, setShown] = useState<ShownWorld>({ kind: 'drawing' });
  const latestStage = useRef(stage);
  const canDraw = isReady && stage !== null;

  useEffect(() => {
    latestStage.current = stage;
    if (shown.kind === 'shown' && stage) shown.view.setStage(stage);
  }, [shown, stage]);

  useEffect(() => {
    if (shown.kind === 'shown') shown.view.followTheme();
  }, [shown, theme]);

  useEffect(() => {
    const [element, firstStage] = [host.current, latestStage.current];
    if (!canDraw || !element || !firstStage) return;
    const stopping = new AbortController();

    const draw = async (): Promise<void> => {
      const { WorldView: Renderer } = await import('../scene/world-view.ts');
      stopping.signal.throwIfAborted();
      const view = await Renderer.create({ host: element, plan, stage: firstStage, source: world, isStill: prefersStillness });
      stopping.signal.addEventListener('abort', () => {
        view.destroy();
      });
      if (stopping.signal.aborted) view.destroy();
      else setShown({ kind: 'shown', view });
    };
    draw().catch(() => {
      if (!stopping.signal.aborted) setShown({ kind: 'impossible' });
    });
    return () => {
      stopping.abort();
      setShown({ kind: 'drawing' });
    };
  }, [host, world, plan, canDraw]);

  return shown;
}
