import { IconButton, Menu } from '@metaverse/ui';
import { IconArrowsSort } from '@tabler/icons-react';
import { sortLabels, sortOrders, type SortOrder } from './sort-spaces.ts';

export interface SortMenuProps {
  readonly order: SortOrder;
  readonly onChange: (order: SortOrder) => void;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** In which order the cards stand. */
export const SortMenu = ({ order, onChange }: SortMenuProps) => (
  <div className="flex items-center gap-2">
    <span className="text-13 text-muted max-sm:hidden">Sorted by {sortLabels[order]}</span>
    <Menu
      align="end"
      trigger={<IconButton icon={IconArrowsSort} label="Sort" size="compact" />}
      entries={sortOrders.map((each) => ({
        label: capital(sortLabels[each]),
        isChosen: each === order,
        onSelect: () => {
          onChange(each);
        },
      }))}
    />
  </div>
);
