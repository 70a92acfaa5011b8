import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** False when the device knows that it has no network; true says little. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
