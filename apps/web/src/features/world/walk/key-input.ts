import type { Heading } from '@metaverse/client';
import { createHeldKeys } from './held-keys.ts';

/** What keys mean while the world has the focus. */
export type KeyMeanings = {
  /** The keys that are held lead there; null when none is. */
  readonly onSteer: (heading: Heading | null) => void;
  /** A key that does something else, by what it writes: `c`, `+`, `Enter`. Tells whether it does. */
  readonly onKey: (key: string) => boolean;
};

/** Listens to an element as long as it has the focus. Returns how to stop. */
export function listenToKeys(element: HTMLElement, { onSteer, onKey }: KeyMeanings): () => void {
  const held = createHeldKeys();
  const stopping = new AbortController();
  const { signal } = stopping;

  const onDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== element) return;
    const isWalking = held.press(event.code);
    if (isWalking && !event.repeat) onSteer(held.heading());
    // Arrows would scroll the page.
    if (isWalking || (!event.repeat && onKey(event.key))) event.preventDefault();
  };
  const onUp = (event: KeyboardEvent): void => {
    if (held.release(event.code)) onSteer(held.heading());
  };
  /** Keys let go elsewhere are never heard of. */
  const letGo = (): void => {
    if (held.heading() !== null) onSteer(null);
    held.releaseAll();
  };

  element.addEventListener('keydown', onDown, { signal });
  element.addEventListener('keyup', onUp, { signal });
  element.addEventListener('blur', letGo, { signal });
  window.addEventListener('blur', letGo, { signal });
  return () => {
    stopping.abort();
  };
}
