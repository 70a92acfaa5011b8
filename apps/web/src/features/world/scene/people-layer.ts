import { avatarFrame, randomLook } from '@metaverse/art';
import type { Look, Player } from '@metaverse/contracts';
import { type Container, Sprite } from 'pixi.js';
import type { AvatarFrames } from './avatar-frames.ts';
import type { DrawnPerson } from './people.ts';
import { createPlainFigure } from './plain-figure.ts';
import { TILE_PX } from './units.ts';

/** Time in which people appear and vanish, in ms. */
const FADE_MS = 220;

/** `unit` is the size of a device pixel in the container, `isShown` says who is in the window. */
type BodyFrame = { readonly elapsedMs: number; readonly unit: number; readonly isShown: (person: DrawnPerson) => boolean };

type Body = { readonly sprite: Sprite; look: Look; lookSource: Player['avatar']; isGone: boolean };

/** A number that is always the same for a name, for those who have chosen no look. */
const seedOf = (text: string): number => {
  let seed = 0;
  for (const letter of text) seed = (seed * 31 + (letter.codePointAt(0) ?? 0)) % 99_991;
  return seed;
};

const lookOf = ({ avatar, userId }: Player): Look => avatar.look ?? randomLook(seedOf(userId));

/** People among the things they stand between: `container` is sorted by line. */
export class PeopleLayer {
  readonly #container: Container;
  readonly #frames: AvatarFrames;
  readonly #bodies = new Map<string, Body>();
  readonly #plain = createPlainFigure();

  constructor(container: Container, frames: AvatarFrames) {
    this.#container = container;
    this.#frames = frames;
  }

  /** Puts everybody where they are. Tells whether anybody in the window looks different from before. */
  draw(people: readonly DrawnPerson[], { elapsedMs, unit, isShown }: BodyFrame): boolean {
    for (const body of this.#bodies.values()) body.isGone = true;
    let hasChanged = false;
    for (const person of people) {
      const body = this.#bodyOf(person.player);
      const wasShown = body.sprite.visible;
      body.sprite.visible = isShown(person);
      if (body.sprite.visible && this.#place(body, person, unit)) hasChanged = true;
      if (body.sprite.visible !== wasShown) hasChanged = true;
    }
    return this.#fade(elapsedMs) || hasChanged;
  }

  destroy(): void {
    for (const { sprite } of this.#bodies.values()) sprite.destroy();
    this.#bodies.clear();
    this.#plain.destroy(true);
  }

  #bodyOf(player: Player): Body {
    const known = this.#bodies.get(player.userId);
    if (known) {
      if (known.lookSource !== player.avatar) Object.assign(known, { look: lookOf(player), lookSource: player.avatar });
      known.isGone = false;
      return known;
    }
    const sprite = new Sprite({ texture: this.#plain, alpha: 0 });
    sprite.anchor.set(avatarFrame.anchorX / avatarFrame.width, avatarFrame.anchorY / avatarFrame.height);
    const body: Body = { sprite, look: lookOf(player), lookSource: player.avatar, isGone: false };
    this.#bodies.set(player.userId, body);
    this.#container.addChild(sprite);
    this.#frames.prepare(body.look);
    return body;
  }

  #place({ sprite, look }: Body, { posture }: DrawnPerson, unit: number): boolean {
    const before = { texture: sprite.texture, x: sprite.x, y: sprite.y };
    const isMirrored = posture.direction === 'left';
    const sitting = posture.action === 'sit' ? { ...look, wheelchair: false } : look;
    const pose = { direction: isMirrored ? ('right' as const) : posture.direction, action: posture.action, frame: posture.frame };
    sprite.texture = this.#frames.frame(sitting, pose) ?? this.#plain;
    sprite.scale.x = isMirrored ? -1 : 1;
    // On whole device pixels, as the camera is: who stands in the middle of the picture does not tremble.
    const [x, y] = [posture.x * TILE_PX, posture.y * TILE_PX];
    sprite.position.set(Math.round(x / unit) * unit, Math.round(y / unit) * unit);
    if (sprite.zIndex !== y) sprite.zIndex = y;
    return sprite.texture !== before.texture || sprite.x !== before.x || sprite.y !== before.y;
  }

  /** Brings in who came and takes out who left; tells whether anybody is on the way. */
  #fade(elapsedMs: number): boolean {
    const step = elapsedMs / FADE_MS;
    let isFading = false;
    for (const [id, { sprite, isGone }] of this.#bodies) {
      if (!isGone && sprite.alpha === 1) continue;
      isFading = true;
      if (!isGone) sprite.alpha = Math.min(1, sprite.alpha + step);
      else if (sprite.alpha > step) sprite.alpha -= step;
      else {
        sprite.destroy();
        this.#bodies.delete(id);
      }
    }
    return isFading;
  }
}
