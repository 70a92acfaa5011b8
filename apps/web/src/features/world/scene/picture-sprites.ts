import { TILE } from '@metaverse/art';
import { type Container, ImageSource, Sprite, Texture } from 'pixi.js';
import type { PicturePlacement } from './map-plan.ts';
import { loadImage } from './rasterise.ts';
import { TILE_PX } from './units.ts';

const spriteOf = ({ x, y, dx, dy, width, height }: PicturePlacement, texture: Texture): Sprite => {
  const [left, top] = [(x + dx / TILE) * TILE_PX, (y + dy / TILE) * TILE_PX];
  const sprite = new Sprite({ texture, x: left, y: top, zIndex: top + height * TILE_PX });
  sprite.setSize(width * TILE_PX, height * TILE_PX);
  return sprite;
};

/**
 * Loads the pictures of elements that the art does not draw and puts each over its footprint. One that cannot be loaded is
 * left out: its place still blocks. `onShown` is called for each that is there. Returns how to stop; the sprites belong to the container.
 */
export function loadPictures(pictures: readonly PicturePlacement[], into: Container, onShown: () => void): () => void {
  const textures: Texture[] = [];
  let isStopped = false;
  const urls = new Set(pictures.map(({ imageUrl }) => imageUrl));

  for (const url of urls) {
    loadImage(url).then(
      (image) => {
        if (isStopped) return;
        const texture = new Texture({ source: new ImageSource({ resource: image, autoGenerateMipmaps: true }) });
        textures.push(texture);
        for (const picture of pictures) if (picture.imageUrl === url) into.addChild(spriteOf(picture, texture));
        onShown();
      },
      () => undefined,
    );
  }
  return () => {
    isStopped = true;
    for (const texture of textures) texture.destroy(true);
  };
}
