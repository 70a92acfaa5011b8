import { meadowColor } from '@metaverse/art';
import type { World } from '@metaverse/client';
import type { Tile } from '@metaverse/contracts';
import { WebGLRenderer } from 'pixi.js';
// Pixi makes functions from text otherwise, which the content security policy forbids.
import 'pixi.js/unsafe-eval';
import { AvatarFrames } from './avatar-frames.ts';
import { freePart, mapOrigin, mapPointAt, type Point, type Stage, viewOf } from './camera.ts';
import { CameraControl } from './camera-control.ts';
import { type ChunkRange, chunksIn, isSameRange } from './chunks.ts';
import { loadLabelFont } from './label-bitmap.ts';
import { createLabelling, type Labelling } from './labelling.ts';
import type { ScenePlan } from './map-plan.ts';
import { createPeople, type DrawnPerson, type People, type WorldSource } from './people.ts';
import { PeopleLayer } from './people-layer.ts';
import { createSceneLayers, type SceneLayers } from './scene-layers.ts';
import { createSeats } from './seats.ts';
import { createSpeechLayer, type SpeechLayer } from './speech-layer.ts';
import { resolutionFor, TILE_PX } from './units.ts';
import { createFrameReport } from './world-debug.ts';
import { readWorldStyle } from './world-style.ts';

/** Tiles around the window that are drawn ahead. */
const AHEAD_TILES = 3;
/** A picture of the screen that took longer counts as this long: gliding goes on, it does not jump. */
const LONGEST_FRAME_MS = 100;
/** Pictures are made anew this long after the zoom came to rest. */
const REDRAW_AFTER_MS = 180;
/** The camera looks at the middle of a body, not at its feet. In tiles. */
const EYES_ABOVE_FEET = 0.9;
/** How long the first picture waits for people's looks. */
const FIRST_PEOPLE_MS = 400;
/** More pixels than two to a CSS px are not seen, but paid for. */
const PIXEL_RATIO_MAX = 2;

export type WorldViewOptions = {
  /** Holds the canvas and the speech; fills its place. */
  host: HTMLElement;
  plan: ScenePlan;
  stage: Stage;
  source: WorldSource & Pick<World, 'advance' | 'path' | 'view'>;
  /** Cuts instead of gliding, as for people who prefer reduced motion. */
  isStill: () => boolean;
};

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const pixelRatio = (): number => Math.min(PIXEL_RATIO_MAX, window.devicePixelRatio || 1);

/** The picture of a space: draws itself once per picture of the screen from plain state, and knows nothing of React. */
export class WorldView {
  readonly control: CameraControl;
  readonly #options: WorldViewOptions;
  readonly #renderer: WebGLRenderer;
  readonly #layers: SceneLayers;
  readonly #frames: AvatarFrames;
  readonly #people: People;
  readonly #bodies: PeopleLayer;
  readonly #speech: SpeechLayer;
  readonly #labelling: Labelling;
  readonly #report = createFrameReport();
  #stage: Stage;
  #resolution: number;
  #range: ChunkRange | null = null;
  #drawn: readonly DrawnPerson[] = [];
  #isNight = false;
  #isDirty = true;
  #lastMs = 0;
  #restsSinceMs = 0;
  #request = 0;

  private constructor(options: WorldViewOptions, renderer: WebGLRenderer) {
    const { host, plan, stage, isStill } = options;
    const style = readWorldStyle(host);
    this.#options = options;
    this.#renderer = renderer;
    this.#stage = stage;
    this.control = new CameraControl({ map: plan, stage, isStill });
    this.#resolution = resolutionFor(this.control.camera().zoom, pixelRatio());
    this.#layers = createSceneLayers(renderer, {
      plan,
      style,
      onChange: () => {
        this.#isDirty = true;
      },
    });
    this.#frames = new AvatarFrames(this.#resolution);
    this.#people = createPeople(createSeats(plan.placements));
    this.#bodies = new PeopleLayer(this.#layers.pieces.bands.object, this.#frames);
    this.#speech = createSpeechLayer(host);
    this.#labelling = createLabelling(this.#layers.labels, this.#speech);
    this.followTheme();
  }

  /** Resolves when the first picture is on the screen. Rejects where there is no WebGL. */
  static async create(options: WorldViewOptions): Promise<WorldView> {
    const { host, stage } = options;
    const renderer = new WebGLRenderer();
    await loadLabelFont();
    await renderer.init({
      width: stage.width,
      height: stage.height,
      resolution: pixelRatio(),
      autoDensity: true,
      antialias: false,
      backgroundColor: meadowColor,
      // Nothing of Pixi's own reading of pointers, focus and the page: the world has its own.
      skipExtensionImports: true,
    });
    // A shader that chooses among sixteen textures samples all of them where it runs on a processor: three times the work.
    renderer.limits.maxBatchableTextures = 1;
    host.prepend(renderer.canvas);
    const view = new WorldView(options, renderer);
    await view.#drawFirst();
    return view;
  }

  /** The window changed, or what covers it. */
  setStage(stage: Stage): void {
    const { width, height } = this.#stage;
    const ratio = pixelRatio();
    this.control.setStage(stage);
    this.#stage = stage;
    if (stage.width !== width || stage.height !== height || this.#renderer.resolution !== ratio) {
      this.#renderer.resize(stage.width, stage.height, ratio);
      // An emptied canvas would flash until the next picture.
      this.#paint();
    }
    this.#isDirty = true;
  }

  /** Reads the theme again. */
  followTheme(): void {
    const style = readWorldStyle(this.#options.host);
    this.#isNight = style.isNight;
    this.#layers.setNight(style.isNight);
    this.#layers.labels.setStyle(style.labels, this.#renderer.resolution);
    this.#isDirty = true;
  }

  /** The tile under a point of the window, which may lie beyond the map. */
  tileAt(point: Point): Tile {
    const { x, y } = mapPointAt(this.control.camera(), this.#stage, point);
    return { x: Math.floor(x), y: Math.floor(y) };
  }

  /** Shows what somebody said over their head. */
  say(userId: string, content: string): void {
    this.#speech.say(userId, content, performance.now());
  }

  destroy(): void {
    cancelAnimationFrame(this.#request);
    this.#bodies.destroy();
    this.#speech.destroy();
    this.#frames.destroy();
    this.#layers.destroy();
    this.#renderer.canvas.remove();
    this.#renderer.destroy();
  }

  async #drawFirst(): Promise<void> {
    const { source, plan } = this.#options;
    const self = source.ownPosition();
    const camera = this.control.update(0, self && { x: self.x + 0.5, y: self.y });
    const range = chunksIn(viewOf(camera, this.#stage), plan, AHEAD_TILES);
    this.#range = range;
    await Promise.all([this.#layers.ground.show(range, this.#resolution), this.#layers.pieces.setResolution(this.#resolution)]);
    this.#layers.relight();
    this.#layers.pieces.cull(range);
    await this.#drawPeople();
    this.#lastMs = performance.now();
    this.#frame(this.#lastMs);
  }

  /** Those who are there already are seen as themselves with the first picture, if that does not take long. */
  async #drawPeople(): Promise<void> {
    const until = performance.now() + FIRST_PEOPLE_MS;
    this.#drawn = this.#people.draw(this.#options.source, performance.now());
    this.#arrange(performance.now(), 0);
    while (this.#frames.work() || (!this.#frames.isIdle() && performance.now() < until)) await nextTurn();
  }

  readonly #frame = (nowMs: number): void => {
    this.#request = requestAnimationFrame(this.#frame);
    const elapsedMs = Math.min(LONGEST_FRAME_MS, Math.max(0, nowMs - this.#lastMs));
    this.#lastMs = nowMs;
    const { source } = this.#options;

    source.advance();
    this.#drawn = this.#people.draw(source, nowMs);
    const me = this.#drawn.find(({ isMe }) => isMe)?.posture;
    const before = this.control.camera();
    const camera = this.control.update(elapsedMs, me ? { x: me.x, y: me.y - EYES_ABOVE_FEET } : null);
    if (camera.x !== before.x || camera.y !== before.y || camera.zoom !== before.zoom) this.#isDirty = true;
    source.view(viewOf(camera, this.#stage));
    this.#keepDrawn(nowMs, camera.zoom !== before.zoom);

    if (this.#frames.work()) this.#isDirty = true;
    const isPainted = this.#arrange(nowMs, elapsedMs) || this.#isDirty;
    if (isPainted) this.#paint();
    this.#isDirty = false;
    this.#report(this.#drawn, nowMs, isPainted);
  };

  /** Puts everything where it belongs; tells whether anything moved. */
  #arrange(nowMs: number, elapsedMs: number): boolean {
    const camera = this.control.camera();
    const { width, height } = this.#stage;
    const ratio = this.#renderer.resolution;
    const origin = mapOrigin(camera, this.#stage, ratio);
    const tilePx = TILE_PX * camera.zoom;
    const view = viewOf(camera, this.#stage);
    const isShown = ({ posture: { x, y } }: DrawnPerson): boolean =>
      x > view.x - 2 && x < view.x + view.width + 2 && y > view.y - 2 && y < view.y + view.height + 4;

    this.#layers.look(origin, camera.zoom);
    this.#layers.setExact(camera.zoom * ratio === this.#resolution);
    const hasMarkerMoved = this.#layers.marker.show(this.#options.source.path(), elapsedMs);
    const hasMoved = this.#bodies.draw(this.#drawn, { elapsedMs, unit: 1 / (camera.zoom * ratio), isShown });
    const hasSpoken = this.#labelling.update(this.#drawn, { origin, tilePx, isShown, free: freePart(this.#stage), nowMs });
    const me = this.#drawn.find(({ isMe }) => isMe)?.posture ?? null;
    if (this.#isNight && (hasMoved || this.#isDirty)) this.#layers.night.update({ origin, zoom: camera.zoom, width, height }, me);
    return hasMarkerMoved || hasMoved || hasSpoken;
  }

  /** Draws what comes into view, and at which resolution. */
  #keepDrawn(nowMs: number, isZooming: boolean): void {
    const camera = this.control.camera();
    const { ground, pieces } = this.#layers;
    if (isZooming) this.#restsSinceMs = nowMs;

    const wanted = resolutionFor(camera.zoom, this.#renderer.resolution);
    const isRedrawn = wanted !== this.#resolution && nowMs - this.#restsSinceMs >= REDRAW_AFTER_MS;
    if (isRedrawn) {
      this.#resolution = wanted;
      this.#frames.setResolution(wanted);
      void pieces.setResolution(wanted).then(() => {
        this.#layers.relight();
      });
    }
    const range = chunksIn(viewOf(camera, this.#stage), this.#options.plan, AHEAD_TILES);
    if (!isRedrawn && this.#range && isSameRange(range, this.#range)) return;
    this.#range = range;
    pieces.cull(range);
    void ground.show(range, this.#resolution);
  }

  #paint(): void {
    this.#renderer.render({ container: this.#layers.root });
  }
}
