import { IconCheck } from '@tabler/icons-react';
import { Checkbox as Primitive } from 'radix-ui';
import { useId } from 'react';
import type { ReactNode } from 'react';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly isDisabled?: boolean | undefined;
  /** The field's name in a form. */
  readonly name?: string | undefined;
}

/** Waits for a save. What acts at once is a {@link Switch}. */
export const Checkbox = ({ label, isChecked, onChange, isDisabled = false, name }: CheckboxProps) => {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5 text-14">
      <Primitive.Root
        id={id}
        name={name}
        checked={isChecked}
        onCheckedChange={(state) => {
          onChange(state === true);
        }}
        disabled={isDisabled}
        className="hit relative grid size-5 shrink-0 place-items-center rounded-mark border-[1.5px] border-field bg-surface text-surface transition-colors data-[state=checked]:border-ink data-[state=checked]:bg-ink disabled:opacity-50"
      >
        <Primitive.Indicator>
          <IconCheck size={14} stroke={3} aria-hidden />
        </Primitive.Indicator>
      </Primitive.Root>
      <label htmlFor={id}>{label}</label>
    </div>
  );
};
