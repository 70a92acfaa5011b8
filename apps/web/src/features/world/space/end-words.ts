import type { WorldEnd } from '@metaverse/client';

/** Why a stay is over and whether one may come back. */
export type EndWords = { readonly title: string; readonly text: string; readonly canReturn: boolean };

const kicks: Readonly<Record<string, EndWords>> = {
  'taken-over': {
    title: 'You opened this space in another tab',
    text: 'You are in it there now. You can be in a space in one tab at a time.',
    canReturn: true,
  },
  'space-deleted': {
    title: 'This space was deleted',
    text: 'Its owner took it down, with its rooms. The people in it were shown out.',
    canReturn: false,
  },
};

const kicked: EndWords = {
  title: 'You were shown out',
  text: 'Somebody who looks after this space removed you from it.',
  canReturn: false,
};

const refusals: Readonly<Record<string, EndWords>> = {
  space_full: { title: 'This space is full', text: 'You get in as soon as somebody leaves.', canReturn: true },
  forbidden: {
    title: 'This door is closed',
    text: 'Only its members may enter this space. Ask its owner to let you in.',
    canReturn: false,
  },
  banned: { title: 'This door is closed', text: 'You may not enter this space.', canReturn: false },
  not_found: { title: 'This space is gone', text: 'It was deleted, or made private.', canReturn: false },
  unauthenticated: { title: 'You were signed out', text: 'Sign in again to come back.', canReturn: false },
};

const refused: EndWords = { title: 'The door did not open', text: 'Something tripped backstage. Try again in a moment.', canReturn: true };

export const endWords = (end: WorldEnd): EndWords =>
  end.kind === 'kicked' ? (kicks[end.reason] ?? kicked) : (refusals[end.code] ?? refused);
