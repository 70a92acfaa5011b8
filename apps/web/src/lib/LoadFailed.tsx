import { Button, EmptyState } from '@metaverse/ui';
import { IconRefresh } from '@tabler/icons-react';
import { failureText } from './failure-text.ts';

export interface LoadFailedProps {
  /** "Your spaces did not come" */
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Stands where a part of a page could not be loaded. */
export const LoadFailed = ({ title, error, onRetry }: LoadFailedProps) => (
  <div role="alert">
    <EmptyState
      title={title}
      action={
        <Button icon={IconRefresh} onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {failureText(error)}
    </EmptyState>
  </div>
);
