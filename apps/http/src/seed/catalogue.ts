import { avatarCatalogue, elementCatalogue, mapTemplates } from '@metaverse/art';
import type { Catalogue } from '@metaverse/db';

/** What every installation starts with: all that is drawn. */
export const drawnCatalogue = (): Catalogue => ({ elements: elementCatalogue(), avatars: avatarCatalogue, maps: mapTemplates });
