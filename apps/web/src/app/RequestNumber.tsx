import { Button, useToast } from '@metaverse/ui';
import { IconCopy } from '@tabler/icons-react';

/** The number of a failed request, to give to an admin. */
export const RequestNumber = ({ id }: { readonly id: string }) => {
  const toast = useToast();
  return (
    <>
      Request <span className="font-mono text-12 wrap-anywhere">{id}</span>
      <Button
        kind="quiet"
        size="compact"
        icon={IconCopy}
        onClick={() => {
          void navigator.clipboard.writeText(id).then(() => {
            toast({ text: 'Number copied' });
          });
        }}
      >
        Copy
      </Button>
    </>
  );
};
