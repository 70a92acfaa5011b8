import { v7 } from 'uuid';

/** A new identifier: UUID version 7, so that those made later sort later and indexes grow at their end. */
export const newId = (): string => v7();
