import type { World } from '@metaverse/client';
import { Spinner } from '@metaverse/ui';
import { nearestFreeTile, type Grid } from '@metaverse/world-core';
import { clsx } from 'clsx';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { ZOOM_STEP } from '../scene/camera.ts';
import { listenToKeys } from '../walk/key-input.ts';
import { listenToPointers } from '../walk/pointer-input.ts';
import type { ShownWorld } from './use-world-view.ts';

export interface WorldFrameProps {
  readonly host: RefObject<HTMLDivElement | null>;
  /** The place's name. */
  readonly name: string;
  readonly world: World;
  readonly grid: Grid;
  readonly shown: ShownWorld;
  /** What a key that the world itself does not know does; tells whether it does anything. */
  readonly onKey: (key: string) => boolean;
}

/** What keys do to the camera. */
const cameraKeys: Readonly<Record<string, number | 'reset'>> = { '+': ZOOM_STEP, '=': ZOOM_STEP, '-': 1 / ZOOM_STEP, '0': 'reset' };

/** Gives the keyboard to the world where nobody asked for it by the keyboard: a ring around the whole window would say nothing then. */
export const focusQuietly = (element: HTMLElement): void => {
  element.dataset['quiet'] = '';
  element.focus({ preventScroll: true });
};

/** The window on the world: one stop for the keyboard, and all that pointers do to it. */
export const WorldFrame = ({ host, name, world, grid, shown, onKey }: WorldFrameProps) => {
  const help = useId();
  const view = shown.kind === 'shown' ? shown.view : null;
  const latestOnKey = useRef(onKey);
  useEffect(() => {
    latestOnKey.current = onKey;
  }, [onKey]);

  useEffect(() => {
    const element = host.current;
    if (!element || !view) return;
    const { control } = view;
    focusQuietly(element);
    const stopKeys = listenToKeys(element, {
      onSteer(heading) {
        world.steer(heading);
        // At once, not with the next picture: a short press is a step too, and the first one shows sooner.
        world.advance();
        if (heading) control.follow();
      },
      onKey(key) {
        const zoom = cameraKeys[key];
        if (zoom === undefined) return latestOnKey.current(key);
        if (zoom === 'reset') control.resetZoom();
        else control.zoomBy(zoom);
        return true;
      },
    });
    const stopPointers = listenToPointers(element, {
      onTap(point) {
        focusQuietly(element);
        const goal = nearestFreeTile(grid, view.tileAt(point));
        if (goal && world.walkTo(goal)) control.follow();
      },
      onPan: (dx, dy) => control.pan(dx, dy),
      onZoom: (factor, point) => control.zoomBy(factor, point),
    });
    return () => {
      stopKeys();
      stopPointers();
      world.halt();
    };
  }, [host, view, world, grid]);

  return (
    <>
      <div
        ref={host}
        role="application"
        // The world is one thing that takes the keyboard: arrows walk in it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={name}
        aria-describedby={help}
        onBlur={(event) => {
          delete event.currentTarget.dataset['quiet'];
        }}
        className={clsx(
          'focus-inset absolute isolate inset-0 touch-none data-quiet:outline-none overflow-hidden select-none [&>canvas]:block',
          view
            ? 'opacity-100 transition-[opacity,scale] duration-(--duration-page) motion-safe:scale-100'
            : 'opacity-0 motion-safe:scale-96',
        )}
      />
      <p id={help} className="sr-only">
        Walk with the arrow keys. C opens the chat, P the people, plus and minus zoom.
      </p>
      {shown.kind === 'drawing' && (
        <span className="absolute inset-0 m-auto grid size-12 place-items-center rounded-panel bg-surface shadow-float">
          <Spinner label="Entering" />
        </span>
      )}
      {shown.kind === 'impossible' && (
        <p role="alert" className="absolute inset-0 m-auto h-fit w-fit max-w-88 rounded-panel bg-surface p-5 text-15 shadow-float">
          This browser cannot draw the world: WebGL is switched off or missing. Chat and the people list work all the same.
        </p>
      )}
    </>
  );
};
