import { useToast } from '@metaverse/ui';
import { IconAlertTriangle, IconLink } from '@tabler/icons-react';
import { useCallback } from 'react';

/** Copies the address under which others come into a space, and says so. */
export function useCopyLink(spaceId: string): () => void {
  const toast = useToast();
  return useCallback(() => {
    const link = `${location.origin}/spaces/${spaceId}`;
    // Insecure pages have no clipboard.
    const copied = (navigator.clipboard as Clipboard | undefined)?.writeText(link) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => toast({ text: 'Link copied. It works for everybody who may enter.', icon: IconLink }),
      () => toast({ text: `Your browser did not let us copy. The link is ${link}`, icon: IconAlertTriangle, isFailure: true }),
    );
  }, [spaceId, toast]);
}
