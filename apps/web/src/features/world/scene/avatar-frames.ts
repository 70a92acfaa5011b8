import { avatarFrame, avatarSvg, lookHash, type Pose } from '@metaverse/art';
import type { Look } from '@metaverse/contracts';
import { CanvasSource, Texture } from 'pixi.js';
import { createCanvas, loadSvg } from './rasterise.ts';
import { UNITS_PER_PX } from './units.ts';

/** Drawing for at most this long in one picture of the screen leaves the rest of its 16 ms to everything else. */
const SLICE_MS = 5;

type Job = { readonly sheet: Sheet; readonly pose: Pose; readonly name: string };
type Sheet = { readonly look: Look; readonly textures: Map<string, Texture>; readonly asked: Set<string> };

/** A frame's sides in CSS px at zoom 1. */
const WIDTH = avatarFrame.width / UNITS_PER_PX;
const HEIGHT = avatarFrame.height / UNITS_PER_PX;

export type AvatarFrames = {
  /**
   * The picture of a look in a pose; asks for it to be drawn when it is not there yet and gives the nearest one that is: the
   * same direction standing, then the front. Null until the first is drawn.
   */
  readonly frame: (look: Look, pose: Pose) => Texture | null;
  /** Asks for what somebody of this look will need soon. */
  readonly prepare: (look: Look) => void;
  /** Draws what was asked for, within a slice of time; call it once per picture of the screen. Tells whether something is new since the last call. */
  readonly work: () => boolean;
  readonly setResolution: (resolution: number) => void;
  readonly destroy: () => void;
};

const nameOf = ({ direction, action, frame }: Pose): string => `${direction}/${action}/${frame}`;

const directions = ['down', 'right', 'up', 'left'] as const;

/** A sheet of frames per look, each frame drawn when it is first needed, so that nobody's arrival stops the picture. */
export function createAvatarFrames(startResolution: number): AvatarFrames {
  const sheets = new Map<string, Sheet>();
  let queue: Job[] = [];
  let resolution = startResolution;
  let isDrawing = false;
  let isOver = false;
  let hasNews = false;

  const sheetOf = (look: Look): Sheet => {
    const hash = lookHash(look);
    const known = sheets.get(hash);
    if (known) return known;
    const sheet: Sheet = { look, textures: new Map(), asked: new Set() };
    sheets.set(hash, sheet);
    return sheet;
  };

  const ask = (sheet: Sheet, pose: Pose, isUrgent: boolean): void => {
    const name = nameOf(pose);
    if (sheet.asked.has(name)) return;
    sheet.asked.add(name);
    if (isUrgent) queue.unshift({ sheet, pose, name });
    else queue.push({ sheet, pose, name });
  };

  const draw = async ({ sheet, pose, name }: Job): Promise<void> => {
    const at = resolution;
    const { canvas, context } = createCanvas(WIDTH * at, HEIGHT * at);
    context.drawImage(await loadSvg(avatarSvg(sheet.look, pose)), 0, 0, WIDTH * at, HEIGHT * at);
    // The zoom changed, or the space was left, while this was drawn.
    if (isOver || at !== resolution) return;
    hasNews = true;
    sheet.textures.get(name)?.destroy(true);
    sheet.textures.set(name, new Texture({ source: new CanvasSource({ resource: canvas, resolution: at, scaleMode: 'linear' }) }));
  };

  const drawSlice = async (): Promise<void> => {
    isDrawing = true;
    const until = performance.now() + SLICE_MS;
    for (let job = queue.shift(); job; job = queue.shift()) {
      await draw(job);
      if (performance.now() >= until) break;
    }
    isDrawing = false;
  };

  return {
    frame(look, pose) {
      const sheet = sheetOf(look);
      ask(sheet, pose, true);
      const standing = { direction: pose.direction, action: 'stand', frame: 0 } as const;
      return (
        sheet.textures.get(nameOf(pose)) ??
        sheet.textures.get(nameOf(standing)) ??
        sheet.textures.get(nameOf({ ...standing, direction: 'down' })) ??
        null
      );
    },
    prepare(look) {
      const sheet = sheetOf(look);
      for (const direction of directions) ask(sheet, { direction, action: 'stand', frame: 0 }, direction === 'down');
    },
    work() {
      if (!isDrawing && queue.length > 0) void drawSlice();
      const was = hasNews;
      hasNews = false;
      return was;
    },
    setResolution(next) {
      if (next === resolution) return;
      resolution = next;
      // The old pictures stay until the new ones are there.
      queue = [];
      for (const sheet of sheets.values()) sheet.asked.clear();
    },
    destroy() {
      isOver = true;
      for (const { textures } of sheets.values()) for (const texture of textures.values()) texture.destroy(true);
      sheets.clear();
      queue = [];
    },
  };
}
