import { SearchField } from '@metaverse/ui';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';

const isSearchKey = (event: KeyboardEvent): boolean => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';

const homeWith = (text: string): string => (text === '' ? '/' : `/?${new URLSearchParams({ search: text }).toString()}`);

/** Finds spaces: at home as one types, from other pages with Enter. Ctrl K leads here. */
export const SpaceSearch = ({ className }: { readonly className?: string | undefined }) => {
  const isHome = useLocation().pathname === '/';
  const navigate = useNavigate();
  const asked = useSearchParams()[0].get('search');
  // The address follows what is typed, never the other way round while somebody types: it may be a letter behind.
  const [text, setText] = useState(asked ?? '');
  const [known, setKnown] = useState(asked);
  const box = useRef<HTMLFormElement>(null);

  if (asked !== known) {
    setKnown(asked);
    if (asked === null) setText('');
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // Hidden on narrow screens, where another field stands in the page.
      if (!isSearchKey(event) || box.current?.checkVisibility() !== true) return;
      event.preventDefault();
      box.current.querySelector('input')?.focus();
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, []);

  useEffect(() => {
    // Where one came to search: "/?search".
    if (asked === '') box.current?.querySelector('input')?.focus();
  }, [asked]);

  const type = (typed: string): void => {
    setText(typed);
    if (isHome) void navigate(homeWith(typed), { replace: true });
  };
  return (
    <form
      ref={box}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isHome && text.trim() !== '') void navigate(homeWith(text));
      }}
    >
      <SearchField label="Search spaces" keys="Ctrl K" value={text} onChange={type} className="w-full" />
    </form>
  );
};
