import { Logo, TopBar } from '@metaverse/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** The frame of pages that anybody may see. */
export const BareLayout = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex min-h-dvh flex-col">
    <TopBar
      brand={
        <Link to="/" aria-label="Metaverse, to my spaces" className="hit inline-flex rounded-inner no-underline">
          <Logo />
        </Link>
      }
    />
    {children}
  </div>
);
