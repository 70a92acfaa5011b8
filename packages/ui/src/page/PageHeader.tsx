import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: string;
  readonly line?: ReactNode | undefined;
  /** At the end: the view's button. */
  readonly actions?: ReactNode | undefined;
}

/** The title of a page: its only `h1`. */
export const PageHeader = ({ title, line, actions }: PageHeaderProps) => (
  <div className="mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
    <div>
      <h1 className="max-sm:text-26">{title}</h1>
      {line !== undefined && <p className="mt-1 text-muted">{line}</p>}
    </div>
    {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
  </div>
);
