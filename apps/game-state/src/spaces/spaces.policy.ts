import type { Visitor } from './load-visitor.ts';

/** Public and unlisted spaces are open to everybody signed in, private ones to their members. */
export const canEnter = ({ visibility, spaceRole }: Pick<Visitor, 'visibility' | 'spaceRole'>): boolean =>
  visibility !== 'private' || spaceRole !== null;
