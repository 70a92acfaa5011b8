import type { ComponentProps, ReactNode } from 'react';
import { Glyph } from '../text/Glyph.tsx';
import type { IconType } from '../text/Glyph.tsx';
import { useFieldParts } from './Field.tsx';
import { bareInput, inputShell } from './input-shell.ts';
import type { InputSize } from './input-shell.ts';

export interface TextInputProps extends Omit<ComponentProps<'input'>, 'size'> {
  readonly size?: InputSize | undefined;
  readonly icon?: IconType | undefined;
  /** After the text: a unit, a small button. */
  readonly end?: ReactNode | undefined;
}

/** The count of what is left appears this close to the limit: nobody wonders why nothing more can be typed. */
const NEAR_LIMIT = 10;

const Left = ({ value, maxLength }: Pick<TextInputProps, 'value' | 'maxLength'>) => {
  if (typeof value !== 'string' || maxLength === undefined || maxLength - value.length > NEAR_LIMIT) return null;
  return (
    <span role="status" className="shrink-0 text-12 text-muted">
      {maxLength - value.length} left
    </span>
  );
};

/** One line of text. Inside a `Field` it is tied to the label, the help and the error. */
export const TextInput = ({ size = 'regular', icon, end, className, ...rest }: TextInputProps) => {
  const field = useFieldParts();
  return (
    <span className={`${inputShell({ size, isWrong: field?.isWrong ?? false, isDisabled: rest.disabled ?? false })} ${className ?? ''}`}>
      {icon && <Glyph icon={icon} size={18} className="text-muted" />}
      <input
        id={field?.id}
        aria-describedby={field?.describedBy}
        aria-invalid={(field?.isWrong ?? false) || undefined}
        type="text"
        {...rest}
        className={bareInput}
      />
      <Left value={rest.value} maxLength={rest.maxLength} />
      {end}
    </span>
  );
};
