import { IconCheck } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { Glyph } from '../text/Glyph.tsx';
import type { IconType } from '../text/Glyph.tsx';
import { Kbd } from '../text/Kbd.tsx';

export interface MenuAction {
  readonly label: string;
  readonly icon?: IconType | undefined;
  /** The key that does the same. */
  readonly keys?: string | undefined;
  /** Last in the menu, after a line. */
  readonly isDanger?: boolean | undefined;
  /** Present on choices: the chosen one carries a check. */
  readonly isChosen?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onSelect: () => void;
}

/** An action, a hairline, or a caption over what follows. */
export type MenuEntry = MenuAction | 'line' | { readonly caption: string };

export interface MenuProps {
  /** One element that takes a ref and spreads its props: a `Button` or an `IconButton`. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end' | undefined;
  readonly side?: 'top' | 'bottom' | undefined;
}

const Action = ({ action }: { readonly action: MenuAction }) => {
  const body = (
    <>
      {action.icon && <Glyph icon={action.icon} size={18} className={action.isDanger === true ? '' : 'text-muted'} />}
      <span className="min-w-0 flex-1 wrap-anywhere">{action.label}</span>
      {action.isChosen === true && <Glyph icon={IconCheck} size={16} />}
      {action.keys !== undefined && <Kbd>{action.keys}</Kbd>}
    </>
  );
  const dress = clsx(
    'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-inner px-2.5 py-1.5 text-14 outline-none select-none focus-visible:shadow-none data-disabled:cursor-not-allowed data-disabled:text-muted data-highlighted:bg-hover touch:min-h-11 forced-colors:data-highlighted:outline-2',
    action.isDanger === true ? 'text-berry' : 'text-ink',
  );
  if (action.isChosen === undefined)
    return (
      <DropdownMenu.Item className={dress} disabled={action.isDisabled} onSelect={action.onSelect}>
        {body}
      </DropdownMenu.Item>
    );
  return (
    <DropdownMenu.CheckboxItem className={dress} checked={action.isChosen} disabled={action.isDisabled} onSelect={action.onSelect}>
      {body}
    </DropdownMenu.CheckboxItem>
  );
};

const Entry = ({ entry }: { readonly entry: MenuEntry }) => {
  if (entry === 'line') return <DropdownMenu.Separator className="mx-1 my-1.5 h-px bg-line" />;
  if ('caption' in entry)
    return (
      <DropdownMenu.Label className="px-2.5 pt-2 pb-1 text-12 font-semibold wrap-anywhere text-muted">{entry.caption}</DropdownMenu.Label>
    );
  return <Action action={entry} />;
};

const keyOf = (entry: MenuEntry, index: number): string => {
  if (entry === 'line') return `line-${index}`;
  return 'caption' in entry ? `caption-${entry.caption}` : entry.label;
};

/** What can be done with a thing. It does not lock the page's scrolling: the styles for that would need an unsafe policy. */
export const Menu = ({ trigger, entries, align = 'start', side = 'bottom' }: MenuProps) => (
  <DropdownMenu.Root modal={false}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align={align}
        side={side}
        sideOffset={6}
        collisionPadding={12}
        loop
        className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-[min(340px,calc(100vw-24px))] min-w-[220px] animate-appear overflow-y-auto rounded-panel bg-surface p-1.5 shadow-over outline-none"
        data-bordered
      >
        {entries.map((entry, index) => (
          <Entry key={keyOf(entry, index)} entry={entry} />
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);
