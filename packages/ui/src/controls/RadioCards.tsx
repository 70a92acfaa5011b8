import { IconCheck } from '@tabler/icons-react';
import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import type { ReactNode } from 'react';

export interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly line?: string | undefined;
  /** Fills the card's 4:3 frame: an `<img alt="">` with `size-full picture`, or a drawing. */
  readonly picture?: ReactNode | undefined;
}

export interface RadioCardsProps<Value extends string> {
  readonly label: ReactNode;
  readonly options: readonly RadioCard<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

const Picture = ({ card }: { readonly card: RadioCard<string> }) => (
  <RadioGroup.Item value={card.value} className="group relative block rounded-control text-start forced-colors:p-1.5">
    <span className="relative block aspect-4/3 overflow-hidden rounded-control bg-sunken ring-offset-2 ring-offset-surface transition-[box-shadow] inset-ring inset-ring-line group-data-[state=checked]:ring-2 group-data-[state=checked]:ring-ink">
      {card.picture}
    </span>
    <RadioGroup.Indicator className="absolute end-2 top-2 grid size-[22px] place-items-center rounded-full bg-ink text-surface">
      <IconCheck size={14} stroke={3} aria-hidden />
    </RadioGroup.Indicator>
    <span className="mt-2 block text-13 font-semibold">{card.label}</span>
    {card.line !== undefined && <span className="block text-12 text-muted">{card.line}</span>}
  </RadioGroup.Item>
);

const Words = ({ card }: { readonly card: RadioCard<string> }) => (
  <RadioGroup.Item
    value={card.value}
    className="group flex items-start gap-2.5 rounded-control border border-line-strong p-3 text-start transition-colors hover:bg-hover data-[state=checked]:border-ink data-[state=checked]:bg-surface data-[state=checked]:shadow-chosen"
  >
    <span className="grid size-5 shrink-0 place-items-center rounded-full border-[1.5px] border-field bg-surface group-data-[state=checked]:border-ink">
      <RadioGroup.Indicator className="block size-2.5 rounded-full bg-ink forced-colors:bg-[Highlight]" />
    </span>
    <span>
      <span className="block text-14 font-semibold">{card.label}</span>
      {card.line !== undefined && <span className="block text-13 text-muted">{card.line}</span>}
    </span>
  </RadioGroup.Item>
);

/** One of a few, each worth a picture or a sentence: a map to start from, who may enter. */
export const RadioCards = <Value extends string>({ label, options, value, onChange }: RadioCardsProps<Value>) => {
  const id = useId();
  const hasPictures = options.some((option) => option.picture !== undefined);
  return (
    <div className="grid gap-1.5">
      <span id={id} className="text-14 font-semibold">
        {label}
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => {
          const chosen = options.find((option) => option.value === next);
          if (chosen) onChange(chosen.value);
        }}
        className={`grid gap-3 ${hasPictures ? 'grid-cols-[repeat(auto-fit,minmax(104px,1fr))]' : 'grid-cols-[repeat(auto-fit,minmax(160px,1fr))]'}`}
      >
        {options.map((option) => (hasPictures ? <Picture key={option.value} card={option} /> : <Words key={option.value} card={option} />))}
      </RadioGroup.Root>
    </div>
  );
};
