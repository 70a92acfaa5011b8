import { IconHash, IconLock } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { Slot } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { Count } from '../text/Count.tsx';
import { Glyph } from '../text/Glyph.tsx';

export interface RoomRowProps extends Omit<ComponentProps<'button'>, 'name' | 'children'> {
  readonly name: string;
  readonly isPrivate?: boolean | undefined;
  readonly isCurrent?: boolean | undefined;
  readonly unreadCount?: number | undefined;
  /** Persimmon instead of grey. */
  readonly mentionCount?: number | undefined;
  /** At the end instead of the count: "Join". */
  readonly end?: ReactNode | undefined;
  /** The router's link instead of a button. */
  readonly link?: ReactNode | undefined;
}

const RoomCount = ({ unreadCount = 0, mentionCount = 0 }: Pick<RoomRowProps, 'unreadCount' | 'mentionCount'>) =>
  mentionCount > 0 ? (
    <Count isMine count={mentionCount} label={`${mentionCount} ${mentionCount === 1 ? 'mention' : 'mentions'}`} />
  ) : (
    <Count count={unreadCount} label={`${unreadCount} unread`} />
  );

/** A room in a sidebar or list. */
export const RoomRow = ({
  name,
  isPrivate = false,
  isCurrent = false,
  unreadCount,
  mentionCount,
  end,
  link,
  className,
  ...rest
}: RoomRowProps) => {
  const isNew = (unreadCount ?? 0) > 0 || (mentionCount ?? 0) > 0;
  const Tag = link === undefined ? 'button' : Slot.Root;
  return (
    <Tag
      type={link === undefined ? 'button' : undefined}
      aria-current={isCurrent ? 'page' : undefined}
      {...rest}
      className={clsx(
        'focus-inset flex h-9 w-full min-w-0 items-center gap-2.5 rounded-inner ps-3 pe-2.5 text-start text-14 no-underline touch:h-11',
        isCurrent ? 'bg-press text-ink ground-press' : 'hover:bg-hover hover:ground-hover',
        isCurrent || isNew ? 'font-name text-ink' : 'text-ink-2',
        className,
      )}
    >
      {link !== undefined && <Slot.Slottable>{link}</Slot.Slottable>}
      <Glyph icon={isPrivate ? IconLock : IconHash} size={18} className="text-muted" />
      {isPrivate && <span className="sr-only">Private:</span>}
      <span className="min-w-0 flex-1 truncate" title={name}>
        {name}
      </span>
      {end ?? <RoomCount unreadCount={unreadCount} mentionCount={mentionCount} />}
    </Tag>
  );
};
