/** The places that spaces can be made from, in the order in which they are offered. */
import { emptyRoom } from './empty.ts';
import type { MapTemplate } from './map.ts';
import { office } from './office.ts';
import { park } from './park.ts';

export const mapTemplates: readonly MapTemplate[] = [office, park, emptyRoom];
