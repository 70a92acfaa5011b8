import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What is searched for on the page of spaces. It lives in the address, so that a reload and a shared link keep it. */
export const useSearchText = (): readonly [text: string, setText: (text: string) => void] => {
  const [params, setParams] = useSearchParams();
  const setText = useCallback(
    (text: string) => {
      setParams(text === '' ? {} : { search: text }, { replace: true });
    },
    [setParams],
  );
  return [params.get('search') ?? '', setText];
};
