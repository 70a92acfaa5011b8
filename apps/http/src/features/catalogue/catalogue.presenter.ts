import type { Avatar, Element, Look, SpaceMap } from '@metaverse/contracts';
import type { Prisma } from '@metaverse/db';

// What is stored as JSON was written through the contracts' schemas only; reading it does not check it again.

export const presentElement = (element: Prisma.ElementModel): Element => ({
  id: element.id,
  name: element.name,
  imageUrl: element.imageUrl,
  width: element.width,
  height: element.height,
  static: element.static,
  piece: element.piece,
  blocks: element.blocks as Element['blocks'],
});

export const presentAvatar = ({ id, name, imageUrl, look }: Prisma.AvatarModel): Avatar => ({
  id,
  name,
  imageUrl,
  look: look as Look | null,
});

export const presentMap = (map: Prisma.MapModel, thumbnailUrl: string): SpaceMap => ({
  id: map.id,
  name: map.name,
  width: map.width,
  height: map.height,
  thumbnailUrl,
});
