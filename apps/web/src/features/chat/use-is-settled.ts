import { useEffect, useState } from 'react';

/** True once `value` has been true for `ms` milliseconds: what passes sooner is not worth a word. */
export const useIsSettled = (value: boolean, ms: number): boolean => {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!value) return;
    const timer = setTimeout(() => {
      setSettled(true);
    }, ms);
    return () => {
      clearTimeout(timer);
      setSettled(false);
    };
  }, [value, ms]);
  return value && settled;
};
