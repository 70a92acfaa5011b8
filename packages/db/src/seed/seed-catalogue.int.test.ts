import { createTestDatabase, type TestDatabase } from '@metaverse/test-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../new-id.ts';
import { type Catalogue, seedCatalogue } from './seed-catalogue.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(() => database.stop());

const look: Catalogue['avatars'][number]['look'] = {
  body: 'medium',
  skin: 3,
  face: 'smile',
  hair: 'short',
  hairColor: 'black',
  beard: 'none',
  top: 'tee',
  topColor: 'lagoon',
  accentColor: 'paper',
  bottom: 'trousers',
  bottomColor: 'slate',
  shoes: 'sneakers',
  shoeColor: 'paper',
  glasses: 'none',
  headwear: 'none',
  headwearColor: 'paper',
  earrings: false,
  scarf: 'none',
  wheelchair: false,
};
const catalogue: Catalogue = {
  elements: [{ piece: 'chair', name: 'Chair', width: 1, height: 1, static: true, blocks: [[0, 0]] }],
  avatars: [{ key: 'nora', name: 'Nora', look }],
  maps: [
    {
      key: 'empty',
      name: 'Empty',
      width: 20,
      height: 15,
      ground: { floors: [], walls: [], doorways: [], spawns: [{ x: 1, y: 1 }] },
      placements: [{ piece: 'chair', x: 2, y: 2, rotation: 0, layer: 0, dx: 0, dy: 0 }],
    },
  ],
};

const rows = async () => {
  const { prisma } = database.db;
  return { elements: await prisma.element.findMany(), avatars: await prisma.avatar.findMany(), maps: await prisma.map.findMany() };
};

test('brings the catalogue in, once, however often and at how many places it is called', async () => {
  await Promise.all([seedCatalogue(database.db, catalogue), seedCatalogue(database.db, catalogue)]);
  const first = await rows();
  expect(first.elements).toMatchObject([{ piece: 'chair', imageUrl: '/media/art/pieces/chair.svg', blocks: [[0, 0]] }]);
  expect(first.avatars).toMatchObject([{ key: 'nora', imageUrl: '/media/art/avatars/nora.svg', look }]);
  expect(first.maps).toMatchObject([{ key: 'empty', width: 20, placements: catalogue.maps[0]?.placements }]);

  await seedCatalogue(database.db, catalogue);
  expect(await rows()).toEqual(first);
});

test('brings what changed up to date under the same id and leaves what admins made alone', async () => {
  await seedCatalogue(database.db, catalogue);
  const { elements: before } = await rows();
  const own = { id: newId(), name: 'Our sofa', imageUrl: 'https://example.org/sofa.png', width: 2, height: 1, static: true };
  await database.db.prisma.element.create({ data: own });

  await seedCatalogue(database.db, { ...catalogue, elements: catalogue.elements.map((each) => ({ ...each, name: 'Armchair' })) });

  const { elements } = await rows();
  expect(elements.find(({ piece }) => piece === 'chair')).toMatchObject({ id: before[0]?.id, name: 'Armchair' });
  expect(elements.find(({ id }) => id === own.id)).toMatchObject(own);
});
