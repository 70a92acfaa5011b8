import { Mark } from './Mark.tsx';

/** The mark with the name beside it. */
export const Logo = ({ name = 'Metaverse' }: { readonly name?: string | undefined }) => (
  <span className="inline-flex items-center gap-2.5 font-display text-17 font-bold tracking-[-0.02em] text-ink">
    <Mark />
    <span data-logo-name>{name}</span>
  </span>
);
