/** Writes the previews next to this file: `pnpm --filter @metaverse/art preview`. */
import { join } from 'node:path';
import sharp from 'sharp';
import { emptyRoom } from '../src/scene/empty.ts';
import { office } from '../src/scene/office.ts';
import { park } from '../src/scene/park.ts';
import { sceneSvg } from '../src/scene/render-scene.ts';
import { mapThumbnailSvg } from '../src/scene/thumbnail.ts';
import { avatarSheet } from './avatar-sheet.ts';
import { officePeople, parkPeople } from './people.ts';
import { pieceSheet } from './piece-sheet.ts';

/** The density at which sharp draws one pixel per CSS px. */
const CSS_DPI = 72;
/** The office without the outer half of its walls, in units. */
const officeView = { x: 20, y: 40, width: 2520, height: 1496 };

/** `scale` is in pixels per CSS px. */
const previews: readonly { name: string; svg: string; scale: number }[] = [
  { name: 'pieces', svg: pieceSheet(), scale: 1.25 },
  { name: 'avatars', svg: avatarSheet(), scale: 1.25 },
  { name: 'office', svg: sceneSvg(office, { people: officePeople, view: officeView }), scale: 1.5 },
  { name: 'office-night', svg: sceneSvg(office, { people: officePeople, view: officeView, isNight: true }), scale: 1.25 },
  { name: 'park', svg: sceneSvg(park, { people: parkPeople }), scale: 1.5 },
  { name: 'empty', svg: mapThumbnailSvg(emptyRoom), scale: 1 },
];

for (const { name, svg, scale } of previews) {
  await sharp(Buffer.from(svg), { density: CSS_DPI * scale, unlimited: true })
    .webp({ quality: 88 })
    .toFile(join(import.meta.dirname, `${name}.webp`));
}
