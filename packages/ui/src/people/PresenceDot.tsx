import type { ReactNode } from 'react';
import { presenceLabels } from './presence.ts';
import type { Presence } from './presence.ts';

export interface PresenceDotProps {
  readonly presence: Presence;
  /** False where the word stands beside it. */
  readonly isNamed?: boolean | undefined;
  readonly className?: string | undefined;
}

const ring = <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="2" />;

const shapes: Readonly<Record<Presence, ReactNode>> = {
  online: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  away: <path d="M6.8.5a5.5 5.5 0 1 0 4.7 7.4A4.4 4.4 0 0 1 6.8.5z" fill="currentColor" />,
  busy: <rect x="1" y="1" width="10" height="10" rx="2.5" fill="currentColor" />,
  dnd: (
    <>
      <circle cx="6" cy="6" r="5.5" fill="currentColor" />
      <rect x="2.8" y="5" width="6.4" height="2" rx="1" fill="var(--ground, var(--color-surface))" />
    </>
  ),
  invisible: ring,
  offline: ring,
};

const colors: Readonly<Record<Presence, string>> = {
  online: 'text-online',
  away: 'text-away',
  busy: 'text-busy',
  dnd: 'text-busy',
  invisible: 'text-offline',
  offline: 'text-offline',
};

/** Presence as a shape, never as a colour alone: disc, crescent, square, disc with a bar, ring. 12 px unless told. */
export const PresenceDot = ({ presence, isNamed = true, className = 'size-3' }: PresenceDotProps) => (
  <svg
    viewBox="0 0 12 12"
    role={isNamed ? 'img' : undefined}
    aria-label={isNamed ? presenceLabels[presence] : undefined}
    aria-hidden={!isNamed || undefined}
    className={`shrink-0 ${colors[presence]} ${className}`}
  >
    {shapes[presence]}
  </svg>
);
