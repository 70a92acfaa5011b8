import { IconSearch, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { Glyph } from '../text/Glyph.tsx';
import { Kbd } from '../text/Kbd.tsx';
import { IconButton } from './IconButton.tsx';
import { bareInput } from './input-shell.ts';

export interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The accessible name. */
  readonly label: string;
  readonly placeholder?: string | undefined;
  /** The key that leads here, shown while it is empty. */
  readonly keys?: string | undefined;
  readonly className?: string | undefined;
}

/** Finds things: a well without a border, cleared by the cross or by Esc. */
export const SearchField = ({ value, onChange, label, placeholder, keys, className }: SearchFieldProps) => {
  const input = useRef<HTMLInputElement>(null);
  const clear = (): void => {
    onChange('');
    input.current?.focus();
  };
  return (
    <span
      role="search"
      className={`flex h-10 items-center gap-2 rounded-control border border-transparent bg-sunken px-3 text-14 transition-[border-color,box-shadow] hover:border-line-strong has-[input:focus-visible]:border-tide has-[input:focus-visible]:shadow-field touch:h-11 touch:text-16 forced-colors:border-[ButtonBorder] ${className ?? ''}`}
    >
      <Glyph icon={IconSearch} size={18} className="text-muted" />
      <input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          clear();
        }}
        className={bareInput}
      />
      {value !== '' && <IconButton icon={IconX} label="Clear" size="small" className="-me-1.5" onClick={clear} />}
      {value === '' && keys !== undefined && (
        <span className="touch:hidden">
          <Kbd>{keys}</Kbd>
        </span>
      )}
    </span>
  );
};
