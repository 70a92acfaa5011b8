import type { Element, Ground, Look, MapPlacement } from '@metaverse/contracts';
import type { Db, Tx } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { newId } from '../new-id.ts';

/** What every installation starts with. */
export type Catalogue = {
  elements: readonly (Pick<Element, 'name' | 'width' | 'height' | 'static' | 'blocks'> & { piece: string })[];
  avatars: readonly { key: string; name: string; look: Look }[];
  maps: readonly { key: string; name: string; width: number; height: number; ground: Ground; placements: readonly MapPlacement[] }[];
};

const elementImageUrl = (piece: string): string => `/media/art/pieces/${piece}.svg`;
const avatarImageUrl = (key: string): string => `/media/art/avatars/${key}.svg`;

/**
 * Brings the catalogue in. What the seed brought before is brought up to date and keeps its id; what admins made is left alone.
 * Seeding again changes nothing, also from several services at once.
 */
export const seedCatalogue = (db: Db, catalogue: Catalogue): Promise<void> =>
  db.transaction(async (tx) => {
    // One seeder at a time: the number spells "seed" on a telephone's keys.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7333)`;
    await seedElements(tx, catalogue.elements);
    await seedAvatars(tx, catalogue.avatars);
    await seedMaps(tx, catalogue.maps);
  });

const seedElements = async (tx: Tx, entries: Catalogue['elements']): Promise<void> => {
  for (const { piece, name, width, height, static: isStatic, blocks } of entries) {
    const data = { name, imageUrl: elementImageUrl(piece), width, height, static: isStatic, blocks };
    await tx.element.upsert({ where: { piece }, create: { id: newId(), piece, ...data }, update: data });
  }
};

const seedAvatars = async (tx: Tx, entries: Catalogue['avatars']): Promise<void> => {
  for (const { key, name, look } of entries) {
    const data = { name, look, imageUrl: avatarImageUrl(key) };
    await tx.avatar.upsert({ where: { key }, create: { id: newId(), key, ...data }, update: data });
  }
};

const seedMaps = async (tx: Tx, entries: Catalogue['maps']): Promise<void> => {
  for (const { key, name, width, height, ground, placements } of entries) {
    const data: Omit<Prisma.MapCreateInput, 'id'> = { name, width, height, ground, placements: [...placements] };
    await tx.map.upsert({ where: { key }, create: { id: newId(), key, ...data }, update: data });
  }
};
