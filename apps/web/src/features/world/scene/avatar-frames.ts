import { avatarFrame, avatarSvg, lookHash, type Pose } from '@metaverse/art';
import type { Look } from '@metaverse/contracts';
import { CanvasSource, Texture } from 'pixi.js';
import { createCanvas, loadSvg } from './rasterise.ts';
import { UNITS_PER_PX } from './units.ts';

/** Drawing for at most this long in one picture of the screen leaves the rest of its 16 ms to everything else. */
const SLICE_MS = 5;
/** Frames that are being read at a time. */
const READ_AHEAD = 8;

/** A frame's sides in CSS px at zoom 1. */
const WIDTH = avatarFrame.width / UNITS_PER_PX;
const HEIGHT = avatarFrame.height / UNITS_PER_PX;

type Sheet = { readonly look: Look; readonly textures: Map<string, Texture>; readonly asked: Set<string> };
type Job = { readonly sheet: Sheet; readonly pose: Pose; readonly name: string };

const nameOf = ({ direction, action, frame }: Pose): string => `${direction}/${action}/${frame}`;

const front: Pose = { direction: 'down', action: 'stand', frame: 0 };
/** What somebody will need soon, first things first. Left is right, mirrored. */
const standing: readonly Pose[] = [front, { ...front, direction: 'right' }, { ...front, direction: 'up' }];

/** A sheet of frames per look, each frame drawn when it is first needed, so that nobody's arrival stops the picture. */
export class AvatarFrames {
  readonly #sheets = new Map<string, Sheet>();
  #queue: Job[] = [];
  #ready: { job: Job; image: HTMLImageElement }[] = [];
  #reading = 0;
  #resolution: number;
  #isOver = false;

  /** Pixels to a CSS px at zoom 1. */
  constructor(resolution: number) {
    this.#resolution = resolution;
  }

  /**
   * The picture of a look in a pose. When it is not there yet it is asked for, and the nearest one that is there is given: the same
   * direction standing, then the front. Null until the first is drawn.
   */
  frame(look: Look, pose: Pose): Texture | null {
    const sheet = this.#sheetOf(look);
    this.#ask(sheet, pose, true);
    const { textures } = sheet;
    return (
      textures.get(nameOf(pose)) ?? textures.get(nameOf({ ...front, direction: pose.direction })) ?? textures.get(nameOf(front)) ?? null
    );
  }

  /** Asks for what somebody of this look will need. */
  prepare(look: Look): void {
    for (const pose of standing) this.#ask(this.#sheetOf(look), pose, false);
  }

  /** Draws what was asked for, within a slice of time; call it once per picture of the screen. Tells whether anything was drawn. */
  work(): boolean {
    while (this.#queue.length > 0 && this.#reading + this.#ready.length < READ_AHEAD) this.#readNext();
    if (this.#ready.length === 0) return false;
    const until = performance.now() + SLICE_MS;
    for (let next = this.#ready.shift(); next; next = this.#ready.shift()) {
      this.#draw(next.job, next.image);
      if (performance.now() >= until) break;
    }
    return true;
  }

  /** Whether everything that was asked for is drawn. */
  isIdle(): boolean {
    return this.#queue.length === 0 && this.#reading === 0 && this.#ready.length === 0;
  }

  setResolution(resolution: number): void {
    if (resolution === this.#resolution) return;
    this.#resolution = resolution;
    // The old pictures stay until the new ones are there; those that are still needed are asked for again.
    this.#queue = [];
    for (const sheet of this.#sheets.values()) sheet.asked.clear();
  }

  destroy(): void {
    this.#isOver = true;
    for (const { textures } of this.#sheets.values()) for (const texture of textures.values()) texture.destroy(true);
    this.#sheets.clear();
    this.#queue = [];
    this.#ready = [];
  }

  #sheetOf(look: Look): Sheet {
    const hash = lookHash(look);
    const known = this.#sheets.get(hash);
    if (known) return known;
    const sheet: Sheet = { look, textures: new Map(), asked: new Set() };
    this.#sheets.set(hash, sheet);
    return sheet;
  }

  #ask(sheet: Sheet, pose: Pose, isUrgent: boolean): void {
    const name = nameOf(pose);
    if (sheet.asked.has(name)) return;
    sheet.asked.add(name);
    if (isUrgent) this.#queue.unshift({ sheet, pose, name });
    else this.#queue.push({ sheet, pose, name });
  }

  #readNext(): void {
    const job = this.#queue.shift();
    if (!job) return;
    this.#reading += 1;
    loadSvg(avatarSvg(job.sheet.look, job.pose))
      .then(
        (image) => {
          if (!this.#isOver) this.#ready.push({ job, image });
        },
        // Left out: the nearest frame stands in for it.
        () => undefined,
      )
      .finally(() => {
        this.#reading -= 1;
      });
  }

  #draw({ sheet, name }: Job, image: HTMLImageElement): void {
    const resolution = this.#resolution;
    const { canvas, context } = createCanvas(WIDTH * resolution, HEIGHT * resolution);
    context.drawImage(image, 0, 0, WIDTH * resolution, HEIGHT * resolution);
    const texture = new Texture({ source: new CanvasSource({ resource: canvas, resolution, scaleMode: 'linear' }) });
    const before = sheet.textures.get(name);
    sheet.textures.set(name, texture);
    before?.destroy(true);
  }
}
