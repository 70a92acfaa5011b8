import { z } from 'zod';
import { Id, readableText } from '../primitives.ts';
import { NAME_MAX } from '../sizes.ts';
import { Look } from './look.ts';

/** An image's address: on this origin, or https. */
export const ImageUrl = z
  .string()
  .max(2_000)
  .refine(
    (url) => /^\/(?!\/)[^\s\\]*$/.test(url) || (/^https:\/\/[^\s\\]+$/.test(url) && URL.canParse(url)),
    'must be a path of this origin or an https address',
  );

/** How somebody looks, wherever a person is shown. */
export const AvatarView = z
  .object({ id: Id.nullable(), look: Look.nullable(), imageUrl: z.string().nullable() })
  .meta({ id: 'AvatarView' });
export type AvatarView = z.infer<typeof AvatarView>;

/** An avatar of the catalogue. */
export const Avatar = z
  .object({ id: Id, name: readableText(NAME_MAX), imageUrl: z.string().nullable(), look: Look.nullable() })
  .meta({ id: 'Avatar' });
export type Avatar = z.infer<typeof Avatar>;

/** What an admin sends to make an avatar: a look that is drawn, an image, or both. */
export const AvatarDraft = z
  .object({ name: readableText(NAME_MAX), imageUrl: ImageUrl.nullish(), look: Look.nullish() })
  .refine((draft) => Boolean(draft.imageUrl ?? draft.look), { message: 'an avatar needs a look or an imageUrl', path: ['imageUrl'] });
export type AvatarDraft = z.infer<typeof AvatarDraft>;
