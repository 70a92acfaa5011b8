import type { Look } from '@metaverse/contracts';
import { Glyph, type IconType } from '@metaverse/ui';
import { IconEyeglass, IconHanger, IconMoodSmile, IconScissors, IconShirt, IconShoe, IconUser } from '@tabler/icons-react';
import { Tabs } from 'radix-ui';
import { OptionGrid } from './OptionGrid.tsx';
import { Swatches } from './Swatches.tsx';
import { wardrobe, type Section, type WardrobeTab } from './wardrobe.ts';

const tabs: readonly { id: WardrobeTab; label: string; icon: IconType }[] = [
  { id: 'body', label: 'Body', icon: IconUser },
  { id: 'face', label: 'Face', icon: IconMoodSmile },
  { id: 'hair', label: 'Hair', icon: IconScissors },
  { id: 'top', label: 'Top', icon: IconShirt },
  { id: 'bottom', label: 'Bottom', icon: IconHanger },
  { id: 'shoes', label: 'Shoes', icon: IconShoe },
  { id: 'extras', label: 'Extras', icon: IconEyeglass },
];

export interface WardrobeProps {
  readonly look: Look;
  readonly onChoose: (parts: Partial<Look>) => void;
}

/** All parts of a look, a tab for each region of the body. */
export const Wardrobe = ({ look, onChoose }: WardrobeProps) => (
  <Tabs.Root defaultValue="hair">
    <Tabs.List aria-label="Parts" className="mt-6 grid grid-cols-7 border-b border-line max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-2">
      {tabs.map(({ id, label, icon }) => (
        <Tabs.Trigger
          key={id}
          value={id}
          className="focus-inset relative grid min-w-13 justify-items-center gap-1 pt-2 pb-2.5 text-13 font-semibold text-muted hover:text-ink data-[state=active]:text-ink data-[state=active]:after:absolute data-[state=active]:after:inset-x-5 data-[state=active]:after:-bottom-px data-[state=active]:after:h-0.5 data-[state=active]:after:bg-ink forced-colors:data-[state=active]:after:bg-[Highlight] max-sm:data-[state=active]:after:inset-x-2"
        >
          <Glyph icon={icon} size={22} />
          {label}
        </Tabs.Trigger>
      ))}
    </Tabs.List>
    {tabs.map(({ id }) => {
      const sections: readonly Section[] = wardrobe[id];
      return (
        <Tabs.Content key={id} value={id} className="rounded-control pt-1">
          {sections
            .filter(({ isShown }) => isShown?.(look) ?? true)
            .map((section) => (
              <section key={section.label}>
                <h2 className="mt-4 mb-2 font-text text-14 font-semibold tracking-normal">{section.label}</h2>
                {section.kind === 'color' ? (
                  <Swatches section={section} look={look} onChoose={onChoose} />
                ) : (
                  <OptionGrid section={section} look={look} onChoose={onChoose} />
                )}
              </section>
            ))}
        </Tabs.Content>
      );
    })}
  </Tabs.Root>
);
