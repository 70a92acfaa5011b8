import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { createContext, useContext, useId } from 'react';
import type { ReactNode } from 'react';
import { Glyph } from '../text/Glyph.tsx';

export interface FieldProps {
  readonly label: ReactNode;
  /** One line below the input. */
  readonly help?: ReactNode | undefined;
  /** Replaces the help; colours the input. */
  readonly error?: ReactNode | undefined;
  /** Replaces the help when what was typed is good, as in "Free". */
  readonly okay?: ReactNode | undefined;
  /** At the end of the label's line: "Optional", or a link. */
  readonly aside?: ReactNode | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

interface FieldParts {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
}

const FieldContext = createContext<FieldParts | null>(null);

/** What the input inside a {@link Field} needs to be tied to its label and help; null outside of one. */
export const useFieldParts = (): FieldParts | null => useContext(FieldContext);

const Note = ({ help, error, okay }: Pick<FieldProps, 'help' | 'error' | 'okay'>) => {
  if (error !== undefined)
    return (
      <span className="flex gap-1.5 font-medium text-berry">
        <Glyph icon={IconAlertCircle} size={16} className="mt-px" />
        <span>{error}</span>
      </span>
    );
  if (okay !== undefined)
    return (
      <span className="flex gap-1.5 font-medium text-green">
        <Glyph icon={IconCheck} size={16} className="mt-px" />
        <span>{okay}</span>
      </span>
    );
  return <span className="text-muted">{help}</span>;
};

/** A label above, one input, and help, error or praise below. The input finds its id and description by itself. */
export const Field = ({ label, help, error, okay, aside, className, children }: FieldProps) => {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = error !== undefined || okay !== undefined || help !== undefined;
  return (
    <FieldContext value={{ id, describedBy: hasNote ? noteId : undefined, isWrong: error !== undefined }}>
      <div className={`grid gap-1.5 ${className ?? ''}`}>
        <div className="flex items-baseline justify-between gap-3">
          <label htmlFor={id} className="text-14 font-semibold">
            {label}
          </label>
          {aside !== undefined && <span className="text-13 text-muted">{aside}</span>}
        </div>
        {children}
        <div id={noteId} aria-live="polite" className="text-13 empty:hidden">
          {hasNote && <Note help={help} error={error} okay={okay} />}
        </div>
      </div>
    </FieldContext>
  );
};
