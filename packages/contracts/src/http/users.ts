import { z } from 'zod';
import { UserMetadata } from '../entities/user.ts';
import { Id } from '../primitives.ts';
import { METADATA_IDS_MAX } from '../sizes.ts';
import { defineRoutes } from './route-contract.ts';

/** Ids in one query value, separated by commas. */
const IdList = z
  .string()
  .transform((list) => list.split(',').filter((id) => id !== ''))
  .pipe(z.array(Id).min(1).max(METADATA_IDS_MAX));

export const userRoutes = defineRoutes({
  listUserMetadata: {
    method: 'get',
    path: '/api/v1/users/metadata',
    summary: 'Names and avatars of several people; unknown ids are left out',
    tag: 'users',
    access: 'user',
    query: z.object({ ids: IdList }),
    success: z.object({ items: z.array(UserMetadata) }),
    status: 200,
  },
});
