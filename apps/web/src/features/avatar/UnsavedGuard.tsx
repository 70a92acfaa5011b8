import { ConfirmDialog } from '@metaverse/ui';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';

export interface UnsavedGuardProps {
  /** How many changes would be lost; 0 lets everybody go. */
  readonly changes: number;
}

/** Asks before changes are lost: within the app in words, on closing the tab through the browser's own question. */
export const UnsavedGuard = ({ changes }: UnsavedGuardProps) => {
  const hasChanges = changes > 0;
  const blocker = useBlocker(({ currentLocation, nextLocation }) => hasChanges && currentLocation.pathname !== nextLocation.pathname);

  useEffect(() => {
    if (!hasChanges) return;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  }, [hasChanges]);

  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      isOpen
      onClose={blocker.reset}
      onConfirm={blocker.proceed}
      title="Leave without saving?"
      description={changes === 1 ? 'One change to your avatar would be lost.' : `${changes} changes to your avatar would be lost.`}
      confirmLabel="Leave without saving"
      cancelLabel="Keep editing"
    />
  );
};
