import type { Me } from '@metaverse/contracts';
import { createContext, useContext } from 'react';

export const MeContext = createContext<Me | null>(null);

/** The signed-in person. */
export const useMe = (): Me => {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe needs a PersonProvider above it');
  return me;
};
