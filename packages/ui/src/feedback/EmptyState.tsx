import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** "Quiet in here" */
  readonly title: string;
  /** What belongs here. */
  readonly children: ReactNode;
  /** The first step. */
  readonly action?: ReactNode | undefined;
  /** Doors or furniture, hidden from screen readers. */
  readonly picture?: ReactNode | undefined;
  /** Alone on a page: larger, in the middle. */
  readonly isPage?: boolean | undefined;
}

/** Nothing here yet: says what belongs here and offers the first step. */
export const EmptyState = ({ title, children, action, picture, isPage = false }: EmptyStateProps) => (
  <div className={clsx('grid', isPage ? 'justify-items-center text-center' : 'justify-items-start gap-1')}>
    {picture !== undefined && (
      <div aria-hidden className={clsx('flex items-end', isPage ? 'mb-9 gap-5' : 'mb-2.5 gap-1.5')}>
        {picture}
      </div>
    )}
    <h2 className={isPage ? 'text-26' : 'text-17'}>{title}</h2>
    <p className={clsx('text-muted', isPage && 'mt-2 max-w-110 text-15 text-balance')}>{children}</p>
    {action !== undefined && <div className={clsx('flex flex-wrap gap-3', isPage ? 'mt-6 justify-center' : 'mt-3')}>{action}</div>}
  </div>
);
