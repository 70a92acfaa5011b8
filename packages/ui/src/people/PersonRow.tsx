import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import { Tag } from '../text/Tag.tsx';
import { Portrait } from './Portrait.tsx';
import type { Face } from './PortraitGroup.tsx';
import { presenceLabels } from './presence.ts';
import type { Presence } from './presence.ts';

export interface PersonRowProps {
  readonly person: Face;
  readonly presence?: Presence | undefined;
  /** What they are doing; the presence's word when empty. */
  readonly line?: string | undefined;
  readonly isMe?: boolean | undefined;
  /** Makes the name a button, as to a profile or a walk. */
  readonly onOpen?: (() => void) | undefined;
  /** Buttons, shown on hover and focus (always under fingers). */
  readonly actions?: ReactNode | undefined;
  /** Always, because they are what the list is for. */
  readonly areActionsShown?: boolean | undefined;
}

const nameLine = 'flex items-center gap-1.5 text-14 font-semibold';

/** A person in a list. Put it into a `<li>`. */
export const PersonRow = ({ person, presence, line, isMe = false, onOpen, actions, areActionsShown = false }: PersonRowProps) => {
  const second = line ?? (presence && presenceLabels[presence]);
  const isQuiet = presence === 'offline' || presence === 'invisible';
  const name = (
    <>
      <span className="truncate" title={person.name}>
        {person.name}
      </span>
      {isMe && <Tag tone="mine">You</Tag>}
    </>
  );
  return (
    <div className="group relative flex min-h-13 items-center gap-3 rounded-control px-2 py-1.5 ground-surface focus-within:bg-hover focus-within:ground-hover hover:bg-hover hover:ground-hover">
      <Portrait name={person.name} look={person.look} imageUrl={person.imageUrl} presence={presence} />
      <div className={clsx('min-w-0 flex-1', isQuiet && 'text-muted')}>
        {onOpen ? (
          <button type="button" onClick={onOpen} className={`${nameLine} max-w-full rounded-mark before:absolute before:inset-0`}>
            {name}
          </button>
        ) : (
          <div className={nameLine}>{name}</div>
        )}
        {second !== undefined && <div className="truncate text-13 text-muted">{second}</div>}
      </div>
      {actions !== undefined && (
        <div
          className={clsx(
            'relative flex',
            !areActionsShown && 'opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 touch:opacity-100',
          )}
        >
          {actions}
        </div>
      )}
    </div>
  );
};
