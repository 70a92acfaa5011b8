import type { Look } from '@metaverse/contracts';
import { clsx } from 'clsx';
import { RadioGroup } from 'radix-ui';
import { figureUrl, headUrl } from './figure-url.ts';
import { isWorn, type Section } from './wardrobe.ts';

export interface OptionGridProps {
  readonly section: Section;
  readonly look: Look;
  readonly onChoose: (parts: Partial<Look>) => void;
}

export const optionTile =
  'grid justify-items-center gap-1 rounded-large bg-sunken pt-1.5 pb-1.5 text-12 text-muted transition-colors hover:bg-hover data-[state=checked]:bg-surface data-[state=checked]:font-semibold data-[state=checked]:text-ink data-[state=checked]:shadow-[inset_0_0_0_2px_var(--color-ink)]';

/** Pieces to wear, each drawn on the person that one is about to be. */
export const OptionGrid = ({ section: { label, kind, options }, look, onChoose }: OptionGridProps) => (
  <RadioGroup.Root
    aria-label={label}
    value={options.find((option) => isWorn(look, option))?.id ?? null}
    onValueChange={(id) => {
      const chosen = options.find((option) => option.id === id);
      if (chosen) onChoose(chosen.parts);
    }}
    className="grid grid-cols-[repeat(auto-fill,minmax(76px,1fr))] gap-2"
  >
    {options.map(({ id, label: name, parts }) => {
      const dressed = { ...look, ...parts };
      const url = kind === 'head' ? headUrl(dressed) : figureUrl(dressed, { direction: 'down', action: 'stand', frame: 0 });
      return (
        <RadioGroup.Item key={id} value={id} className={optionTile}>
          <img src={url} alt="" draggable={false} className={clsx('object-contain', kind === 'head' ? 'size-17' : 'h-24')} />
          {name}
        </RadioGroup.Item>
      );
    })}
  </RadioGroup.Root>
);
