import type { ReactNode } from 'react';

export interface ErrorStateProps {
  /** Small, above the title: "Our fault, 500". */
  readonly kicker?: string | undefined;
  readonly title: string;
  /** What it means and what to do. */
  readonly children: ReactNode;
  readonly actions?: ReactNode | undefined;
  /** A large `Door` on the place where it happened. */
  readonly picture?: ReactNode | undefined;
  /** Last line: the request's number, a way to copy it. */
  readonly detail?: ReactNode | undefined;
}

/** A page that could not be: what happened, what it means, what to do. */
export const ErrorState = ({ kicker, title, children, actions, picture, detail }: ErrorStateProps) => (
  <div className="mx-auto grid w-full max-w-280 items-center gap-x-18 gap-y-8 px-4 py-8 sm:px-8 sm:max-lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] sm:max-lg:gap-x-10 lg:grid-cols-[minmax(0,560px)_minmax(0,1fr)] xl:px-0">
    {picture !== undefined && (
      <div aria-hidden className="max-lg:max-w-90">
        {picture}
      </div>
    )}
    <div>
      {kicker !== undefined && <p className="text-14 font-semibold text-muted">{kicker}</p>}
      <h1>{title}</h1>
      <div className="mt-3 mb-6 max-w-105 text-15 text-muted">{children}</div>
      {actions !== undefined && <div className="flex flex-wrap gap-3">{actions}</div>}
      {detail !== undefined && <div className="mt-7 flex flex-wrap items-center gap-2 text-13 text-muted">{detail}</div>}
    </div>
  </div>
);
