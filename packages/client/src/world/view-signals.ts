import type { View } from '@metaverse/world-core';
import type { WorldConnection } from './world-link.ts';

/** The camera moves with every frame; the server needs to know it seldom, for it serves a ring around what is shown. */
const TELL_EVERY_MS = 150;

/** Whole tiles around a view, so that a moving camera is not news with every frame. */
const rounded = ({ x, y, width, height }: View): View => {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
};

const isSame = (a: View | null, b: View): boolean =>
  a !== null && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Tells the server what is shown. */
export class ViewSignals {
  readonly #connection: WorldConnection;
  #view: View | null = null;
  #told: View | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: WorldConnection) {
    this.#connection = connection;
  }

  show(view: View): void {
    this.#view = rounded(view);
    if (this.#timer !== undefined || isSame(this.#told, this.#view)) return;
    this.#tell();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#view !== null && !isSame(this.#told, this.#view)) this.show(this.#view);
    }, TELL_EVERY_MS);
  }

  /** After a join the server knows nothing of it. */
  resume(): void {
    this.#told = null;
    if (this.#view !== null) this.#tell();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #tell(): void {
    if (this.#view === null || !this.#connection.isOnline()) return;
    this.#told = this.#view;
    this.#connection.tell('view', this.#view);
  }
}
