import { useSearchParams } from 'react-router-dom';

/** What is searched for on the page of spaces. It lives in the address, so that a reload and a shared link keep it. */
export const useSearchText = (): string => useSearchParams()[0].get('search')?.trim() ?? '';
