import type { Look } from '@metaverse/contracts';
import { Glyph } from '@metaverse/ui';
import { IconBan, IconCheck } from '@tabler/icons-react';
import { RadioGroup } from 'radix-ui';
import type { OptionGridProps } from './OptionGrid.tsx';
import { isWorn, type Option } from './wardrobe.ts';

const Patch = ({ option, isChosen }: { readonly option: Option; readonly isChosen: boolean }) => (
  <RadioGroup.Item
    value={option.id}
    aria-label={option.label}
    title={option.label}
    className="hit relative grid size-10 forced-color-adjust-none place-items-center rounded-large text-white inset-ring inset-ring-ink/16 data-[state=checked]:ring-2 data-[state=checked]:ring-ink data-[state=checked]:ring-offset-2 data-[state=checked]:ring-offset-paper"
    style={option.color === undefined ? undefined : { backgroundColor: option.color }}
  >
    {option.color === undefined && <Glyph icon={IconBan} size={18} className="text-muted" />}
    {isChosen && option.color !== undefined && (
      <span className="grid size-5 place-items-center rounded-full bg-label text-on-label">
        <IconCheck size={14} stroke={3} aria-hidden />
      </span>
    )}
  </RadioGroup.Item>
);

/** Colours to choose among; the chosen one's name stands behind them. */
export const Swatches = ({ section: { label, options }, look, onChoose }: OptionGridProps) => {
  const worn = options.find((option) => isWorn(look, option));
  return (
    <div className="flex flex-wrap items-center gap-3">
      <RadioGroup.Root
        aria-label={label}
        value={worn?.id ?? null}
        onValueChange={(id) => {
          const chosen: Partial<Look> | undefined = options.find((option) => option.id === id)?.parts;
          if (chosen) onChoose(chosen);
        }}
        className="flex flex-wrap gap-1.5"
      >
        {options.map((option) => (
          <Patch key={option.id} option={option} isChosen={option === worn} />
        ))}
      </RadioGroup.Root>
      <span aria-hidden className="text-13 text-muted">
        {worn?.label}
      </span>
    </div>
  );
};
