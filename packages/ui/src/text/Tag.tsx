import type { ReactNode } from 'react';
import { Glyph } from './Glyph.tsx';
import type { IconType } from './Glyph.tsx';

export type Tone = 'plain' | 'green' | 'amber' | 'berry' | 'tide' | 'mine';

export interface TagProps {
  readonly tone?: Tone | undefined;
  readonly icon?: IconType | undefined;
  readonly children: ReactNode;
}

const tones: Readonly<Record<Tone, string>> = {
  plain: 'bg-tag text-ink-2',
  green: 'bg-green-soft text-green',
  amber: 'bg-amber-soft text-amber',
  berry: 'bg-berry-soft text-berry',
  tide: 'bg-tide-soft text-tide',
  mine: 'bg-accent-soft text-accent-text',
};

/** One word about a thing: its state, whose it is. */
export const Tag = ({ tone = 'plain', icon, children }: TagProps) => (
  <span
    className={`inline-flex h-[22px] shrink-0 items-center gap-1 rounded-chip px-2 text-12 font-semibold whitespace-nowrap ${tones[tone]}`}
  >
    {icon && <Glyph icon={icon} size={14} />}
    {children}
  </span>
);
