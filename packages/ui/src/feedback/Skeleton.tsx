import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

/** What is there sooner needs no stand-in. */
const DELAY_MS = 200;

export interface SkeletonProps {
  /** What is awaited, for screen readers: "Loading messages". */
  readonly label: string;
  /** {@link Bone}s in the shape of what comes. */
  readonly children: ReactNode;
}

/** The shape of what comes, after 200 ms, without shimmer. */
export const Skeleton = ({ label, children }: SkeletonProps) => {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setDue(true);
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div role="status" aria-label={label} className={isDue ? 'animate-appear' : 'invisible'}>
      {children}
    </div>
  );
};

/** One part of a skeleton: a line of text unless `className` gives it another size or radius. */
export const Bone = ({ className = 'h-3 w-full rounded-chip' }: { readonly className?: string | undefined }) => (
  <span aria-hidden className={`block bg-press opacity-80 ${className}`} />
);
