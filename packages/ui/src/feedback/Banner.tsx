import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import { Glyph } from '../text/Glyph.tsx';
import type { IconType } from '../text/Glyph.tsx';

export interface BannerProps {
  /** Amber: works, but. Berry: you must act. Tide: news. */
  readonly tone: 'amber' | 'berry' | 'tide';
  readonly icon: IconType;
  /** The first words, in bold: "You are offline." */
  readonly lead?: string | undefined;
  readonly children: ReactNode;
  /** A quiet, compact button. */
  readonly action?: ReactNode | undefined;
  /** Inside a page rather than over its whole width. */
  readonly isRounded?: boolean | undefined;
}

const grounds = { amber: 'bg-amber-soft', berry: 'bg-berry-soft', tide: 'bg-tide-soft' };
const marks = { amber: 'text-amber', berry: 'text-berry', tide: 'text-tide' };

/** Stands at the top of what it concerns, as long as it is true. */
export const Banner = ({ tone, icon, lead, children, action, isRounded = true }: BannerProps) => (
  <div
    role={tone === 'berry' ? 'alert' : 'status'}
    data-bordered
    className={clsx('flex items-center gap-2.5 px-4 py-2.5 text-14 font-medium text-ink', grounds[tone], isRounded && 'rounded-large')}
  >
    <Glyph icon={icon} className={marks[tone]} />
    <span className="min-w-0 flex-1">
      {lead !== undefined && <b className="font-bold">{lead} </b>}
      {children}
    </span>
    {action}
  </div>
);
