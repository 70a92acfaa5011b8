import { Container, Sprite, type WebGLRenderer } from 'pixi.js';
import { type GroundLayer, createGroundLayer } from './ground-layer.ts';
import { createLabelLayer, type LabelLayer } from './label-layer.ts';
import type { ScenePlan } from './map-plan.ts';
import { createNightLight, type NightLight } from './night-light.ts';
import { createPieceLayers, type Glow, type PieceLayers } from './piece-layers.ts';
import { createTargetMarker, type TargetMarker } from './target-marker.ts';
import type { WorldStyle } from './world-style.ts';

/** All layers of the scene, in painting order. */
export type SceneLayers = {
  readonly root: Container;
  readonly ground: GroundLayer;
  readonly pieces: PieceLayers;
  readonly marker: TargetMarker;
  readonly night: NightLight;
  readonly labels: LabelLayer;
  /** Moves and scales what is measured in the map's coordinates. */
  readonly look: (origin: { x: number; y: number }, zoom: number) => void;
  /** Whether one pixel of the pictures is one of the screen: then none has to be mixed out of four. */
  readonly setExact: (isExact: boolean) => void;
  /** Day or evening. */
  readonly setNight: (isNight: boolean) => void;
  /** The pieces were drawn anew. */
  readonly relight: () => void;
  readonly destroy: () => void;
};

const dayGlows = (glows: readonly Glow[]): Sprite[] =>
  glows
    .filter(({ dayStrength }) => dayStrength > 0)
    .map(({ texture, x, y, dayStrength }) => new Sprite({ texture, x, y, alpha: dayStrength, blendMode: 'screen' }));

export type SceneOptions = {
  plan: ScenePlan;
  style: WorldStyle;
  /** Something that was being drawn is there now. */
  onChange: () => void;
};

export function createSceneLayers(renderer: WebGLRenderer, { plan, style, onChange }: SceneOptions): SceneLayers {
  const ground = createGroundLayer(plan, onChange);
  const pieces = createPieceLayers(plan, onChange);
  const marker = createTargetMarker();
  const night = createNightLight(renderer, plan);
  const labels = createLabelLayer(style.labels, renderer.resolution);
  const shining = new Container();
  const { below, object, above } = pieces.bands;

  const world = new Container({ children: [ground.floors, below, pieces.daylight, marker.container, object, ground.caps, above, shining] });
  const evening = new Container({ children: [night.bloom] });
  const root = new Container({ children: [world, night.shade, evening, labels.container] });

  return {
    root,
    ground,
    pieces,
    marker,
    night,
    labels,
    look({ x, y }, zoom) {
      for (const container of [world, evening]) {
        container.position.set(x, y);
        container.scale.set(zoom);
      }
    },
    setExact(isExact) {
      const scaleMode = isExact ? 'nearest' : 'linear';
      for (const source of [...ground.sources(), ...pieces.sources()]) {
        if (source.scaleMode !== scaleMode) source.scaleMode = scaleMode;
      }
    },
    setNight(isNight) {
      night.shade.visible = isNight;
      evening.visible = isNight;
      shining.visible = !isNight;
      pieces.daylight.visible = !isNight;
    },
    relight() {
      shining.removeChildren().forEach((sprite) => {
        sprite.destroy();
      });
      const glows = pieces.glows();
      for (const sprite of dayGlows(glows)) shining.addChild(sprite);
      night.bake(glows);
      onChange();
    },
    destroy() {
      ground.destroy();
      pieces.destroy();
      marker.destroy();
      night.destroy();
      labels.destroy();
      root.destroy({ children: true });
    },
  };
}
