/** The mark: two doors, somebody in one of them. The same drawing as `assets/mark.svg`, in the theme's colours. */
export const Mark = ({ className = 'size-7' }: { readonly className?: string | undefined }) => (
  <svg viewBox="0 0 28 28" aria-hidden className={`shrink-0 ${className}`}>
    <rect width="28" height="28" rx="8" className="fill-accent" />
    <path d="M5 22v-9.5a4.25 4.25 0 0 1 8.5 0V22zM14.5 22v-9.5a4.25 4.25 0 0 1 8.5 0V22z" className="fill-on-accent" />
    <circle cx="18.75" cy="13" r="1.9" className="fill-accent" />
    <path d="M16.25 22v-2.8a2.5 2.5 0 0 1 5 0V22z" className="fill-accent" />
  </svg>
);
