import type { ReactNode } from 'react';

/** One part of the board. */
export const Section = ({
  title,
  isWide = false,
  children,
}: {
  readonly title: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) => (
  <section className={`min-w-0 border-t border-line pt-5 pb-9 ground-paper ${isWide ? 'md:col-span-2' : ''}`}>
    <h2 className="mb-4 text-17">{title}</h2>
    {children}
  </section>
);
