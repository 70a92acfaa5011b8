import type { ComponentProps } from 'react';
import { useFieldParts } from './Field.tsx';
import { inputShell } from './input-shell.ts';

/** Several lines of text; `rows` says how many. */
export const Textarea = ({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) => {
  const field = useFieldParts();
  return (
    <span
      className={`${inputShell({ isWrong: field?.isWrong ?? false, isDisabled: rest.disabled ?? false })} rounded-control text-14 ${className ?? ''}`}
    >
      <textarea
        id={field?.id}
        aria-describedby={field?.describedBy}
        aria-invalid={(field?.isWrong ?? false) || undefined}
        rows={rows}
        {...rest}
        className="min-w-0 flex-1 resize-none bg-transparent px-3 py-2 outline-none focus-visible:shadow-none"
      />
    </span>
  );
};
