import { SearchField } from '@metaverse/ui';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { useSearchText } from './use-search-text.ts';

const isSearchKey = (event: KeyboardEvent): boolean => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';

/** Finds spaces: at home as one types, from other pages with Enter. Ctrl K leads here. */
export const SpaceSearch = ({ className }: { readonly className?: string | undefined }) => {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [text, setText] = useSearchText();
  const [draft, setDraft] = useState('');
  const box = useRef<HTMLFormElement>(null);
  const isHome = pathname === '/';
  const isAsked = params.has('search');

  useEffect(() => {
    const input = (): HTMLInputElement | null | undefined => box.current?.querySelector('input');
    const onKey = (event: KeyboardEvent): void => {
      // Hidden on narrow screens, where another field stands in the page.
      if (!isSearchKey(event) || box.current?.checkVisibility() !== true) return;
      event.preventDefault();
      input()?.focus();
    };
    if (isAsked) input()?.focus();
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, [isAsked]);

  return (
    <form
      ref={box}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isHome && draft.trim() !== '')
          void navigate({ pathname: '/', search: `?${new URLSearchParams({ search: draft }).toString()}` });
      }}
    >
      <SearchField
        label="Search spaces"
        keys="Ctrl K"
        value={isHome ? text : draft}
        onChange={isHome ? setText : setDraft}
        className="w-full"
      />
    </form>
  );
};
