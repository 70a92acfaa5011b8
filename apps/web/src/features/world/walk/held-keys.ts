import type { Heading } from '@metaverse/client';

/** Physical keys that walk, so that WASD lies under the same fingers on every keyboard. */
const walkingKeys: Readonly<Record<string, Heading>> = {
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowRight: { dx: 1, dy: 0 },
  KeyW: { dx: 0, dy: -1 },
  KeyS: { dx: 0, dy: 1 },
  KeyA: { dx: -1, dy: 0 },
  KeyD: { dx: 1, dy: 0 },
};

/** The keys that are held, and where they lead together. */
export type HeldKeys = {
  /** Tells whether the key is one that walks. `code` is that of the keyboard event. */
  readonly press: (code: string) => boolean;
  readonly release: (code: string) => boolean;
  readonly releaseAll: () => void;
  /** Null when nothing is held, or when what is held pulls both ways. */
  readonly heading: () => Heading | null;
};

export function createHeldKeys(): HeldKeys {
  const held = new Set<string>();
  const isWalking = (code: string): boolean => Object.hasOwn(walkingKeys, code);

  return {
    press(code) {
      if (!isWalking(code)) return false;
      held.add(code);
      return true;
    },
    release(code) {
      held.delete(code);
      return isWalking(code);
    },
    releaseAll: () => {
      held.clear();
    },
    heading() {
      let [dx, dy] = [0, 0];
      for (const code of held) {
        dx += walkingKeys[code]?.dx ?? 0;
        dy += walkingKeys[code]?.dy ?? 0;
      }
      return dx === 0 && dy === 0 ? null : { dx: Math.sign(dx), dy: Math.sign(dy) };
    },
  };
}
