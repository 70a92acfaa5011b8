import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { Glyph } from '../text/Glyph.tsx';
import { useFieldParts } from './Field.tsx';
import { inputShell } from './input-shell.ts';
import type { InputSize } from './input-shell.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends Omit<ComponentProps<'select'>, 'size' | 'children'> {
  readonly options: readonly SelectOption[];
  readonly size?: InputSize | undefined;
}

/** One of a few, as the device draws it: the system's own list is the best one on phones. */
export const Select = ({ options, size = 'regular', className, ...rest }: SelectProps) => {
  const field = useFieldParts();
  return (
    <span
      className={`${inputShell({ size, isWrong: field?.isWrong ?? false, isDisabled: rest.disabled ?? false })} relative ${className ?? ''}`}
    >
      <select
        id={field?.id}
        aria-describedby={field?.describedBy}
        {...rest}
        className="-ms-3 -me-3 h-full min-w-0 flex-1 appearance-none bg-transparent ps-3 pe-9 outline-none focus-visible:shadow-none"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-surface text-ink">
            {option.label}
          </option>
        ))}
      </select>
      <Glyph icon={IconChevronDown} size={18} className="pointer-events-none absolute end-3 text-muted" />
    </span>
  );
};
