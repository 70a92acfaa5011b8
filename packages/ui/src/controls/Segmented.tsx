import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';

export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

export interface SegmentedProps<Value extends string> {
  /** The accessible name of the whole. */
  readonly label: string;
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly size?: 'compact' | 'regular' | undefined;
  /** Parts of equal width over the whole line. */
  readonly isWide?: boolean | undefined;
}

/** Two to four ways to see the same thing. */
export const Segmented = <Value extends string>({
  label,
  options,
  value,
  onChange,
  size = 'regular',
  isWide = false,
}: SegmentedProps<Value>) => (
  <RadioGroup.Root
    aria-label={label}
    orientation="horizontal"
    value={value}
    onValueChange={(next) => {
      const chosen = options.find((option) => option.value === next);
      if (chosen) onChange(chosen.value);
    }}
    className={`${isWide ? 'grid auto-cols-fr grid-flow-col' : 'inline-flex'} gap-0.5 rounded-control bg-sunken p-[3px] inset-ring inset-ring-line`}
  >
    {options.map((option) => (
      <RadioGroup.Item
        key={option.value}
        value={option.value}
        className={`hit inline-flex items-center justify-center gap-1.5 rounded-inner text-13 font-semibold whitespace-nowrap text-muted transition-colors hover:text-ink data-[state=checked]:bg-raised data-[state=checked]:text-ink data-[state=checked]:shadow-raised ${size === 'compact' ? 'h-[26px] px-2.5' : 'h-[34px] px-3'}`}
      >
        {option.label}
      </RadioGroup.Item>
    ))}
  </RadioGroup.Root>
);
