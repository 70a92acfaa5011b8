import { CanvasSource, Container, Sprite, Texture } from 'pixi.js';
import { drawLabel, type LabelColors, type LabelText } from './label-bitmap.ts';

export type LabelLayer = {
  readonly container: Container;
  /** Makes somebody's label say this. Tells whether it was drawn anew. */
  readonly draw: (id: string, text: LabelText) => boolean;
  /** How wide a drawn label is, in CSS px. */
  readonly widthOf: (id: string) => number;
  /** Shows somebody's drawn label with its upper edge's middle at a point of the screen, in CSS px. */
  readonly place: (id: string, at: { x: number; y: number }) => void;
  /** Hides the label of somebody. */
  readonly hide: (id: string) => void;
  readonly remove: (id: string) => void;
  /** Other colours or another density of the screen: all are drawn anew when they next show. */
  readonly setStyle: (colors: LabelColors, resolution: number) => void;
  readonly destroy: () => void;
};

type Label = { readonly sprite: Sprite; drawn: string };

const release = ({ sprite }: Label): void => {
  if (sprite.texture !== Texture.EMPTY) sprite.texture.destroy(true);
};

/** Names under people's feet, each drawn once into a bitmap and never scaled. */
export function createLabelLayer(startColors: LabelColors, startResolution: number): LabelLayer {
  const container = new Container({ sortableChildren: true });
  const labels = new Map<string, Label>();
  let colors = startColors;
  let resolution = startResolution;
  let style = 0;

  const labelOf = (id: string): Label => {
    const known = labels.get(id);
    if (known) return known;
    const label = { sprite: new Sprite({ texture: Texture.EMPTY, roundPixels: true, visible: false }), drawn: '' };
    labels.set(id, label);
    container.addChild(label.sprite);
    return label;
  };

  return {
    container,
    draw(id, text) {
      const label = labelOf(id);
      const wanted = `${style}/${text.presence}/${text.isMine}/${text.name}`;
      const isNew = label.drawn !== wanted;
      if (isNew) {
        release(label);
        const resource = drawLabel(text, colors, resolution);
        label.sprite.texture = new Texture({ source: new CanvasSource({ resource, resolution, scaleMode: 'linear' }) });
        label.sprite.zIndex = text.isMine ? 1 : 0;
        label.drawn = wanted;
      }
      return isNew;
    },
    widthOf: (id) => labelOf(id).sprite.texture.width,
    place(id, { x, y }) {
      const { sprite } = labelOf(id);
      sprite.visible = true;
      sprite.position.set(x - sprite.texture.width / 2, y);
    },
    hide(id) {
      const label = labels.get(id);
      if (label) label.sprite.visible = false;
    },
    remove(id) {
      const label = labels.get(id);
      if (!label) return;
      release(label);
      label.sprite.destroy();
      labels.delete(id);
    },
    setStyle(nextColors, nextResolution) {
      colors = nextColors;
      resolution = nextResolution;
      style += 1;
    },
    destroy() {
      for (const label of labels.values()) release(label);
      labels.clear();
      container.destroy({ children: true });
    },
  };
}
