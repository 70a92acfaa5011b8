import { recall, remember } from './remembered.ts';

const KEY = 'space';

/** Remembers the space whose rooms were looked at last, at this browser. */
export const rememberSpace = (spaceId: string): void => {
  remember(KEY, spaceId);
};

/** The space to begin with: the one looked at last, else the first; undefined when there is none. */
export const startSpace = <S extends { readonly id: string }>(spaces: readonly S[], last = recall(KEY)): S | undefined =>
  spaces.find(({ id }) => id === last) ?? spaces[0];
