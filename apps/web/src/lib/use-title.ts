import { useEffect } from 'react';

/** Names the page in the browser's tab: "Spaces · Metaverse". */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Metaverse`;
  }, [title]);
};
