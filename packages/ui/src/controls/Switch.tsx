import { Switch as Primitive } from 'radix-ui';
import { useId } from 'react';
import type { ReactNode } from 'react';

export interface SwitchProps {
  readonly label: ReactNode;
  /** A second line below the label. */
  readonly help?: ReactNode | undefined;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean | undefined;
}

/** Acts at once. What waits for a save is a {@link Checkbox}. */
export const Switch = ({ label, help, isOn, onChange, isDisabled = false }: SwitchProps) => {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <Primitive.Root
        id={id}
        checked={isOn}
        onCheckedChange={onChange}
        disabled={isDisabled}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        className="hit relative h-6 w-10 shrink-0 rounded-full bg-field transition-colors data-[state=checked]:bg-green disabled:opacity-50"
      >
        <Primitive.Thumb className="absolute inset-y-[3px] start-[3px] block size-[18px] rounded-full bg-knob transition-[translate] data-[state=checked]:translate-x-4 data-[state=checked]:bg-knob-on rtl:data-[state=checked]:-translate-x-4 forced-colors:bg-[ButtonText]" />
      </Primitive.Root>
      <span className="pt-0.5">
        <label htmlFor={id} className="block text-14">
          {label}
        </label>
        {help !== undefined && (
          <span id={`${id}-help`} className="block text-13 text-muted">
            {help}
          </span>
        )}
      </span>
    </div>
  );
};
