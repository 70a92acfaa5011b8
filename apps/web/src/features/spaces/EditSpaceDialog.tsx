import { DESCRIPTION_MAX, NAME_MAX, type Space } from '@metaverse/contracts';
import { Button, Dialog, Field, TextInput, useToast } from '@metaverse/ui';
import { useId, useState } from 'react';
import { failureText } from '../../lib/failure-text.ts';
import { useForm } from '../../lib/use-form.ts';
import { descriptionWrong, spaceNameWrong } from './space-checks.ts';
import { useUpdateSpace } from './space-queries.ts';
import { VisibilityChoice } from './VisibilityChoice.tsx';

/** Changes what a space is called, what it is for and who may enter. */
export const EditSpaceDialog = ({ space, onClose }: { readonly space: Space; readonly onClose: () => void }) => {
  const update = useUpdateSpace(space.id);
  const toast = useToast();
  const formId = useId();
  const [visibility, setVisibility] = useState(space.visibility);
  const form = useForm({
    initial: { name: space.name, description: space.description },
    checks: { name: spaceNameWrong, description: descriptionWrong },
    onSubmit: (values) => {
      update.mutate(
        { ...values, visibility },
        {
          onSuccess: () => {
            toast({ text: `“${values.name}” saved` });
            onClose();
          },
        },
      );
    },
  });

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Edit the space"
      width="wide"
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId} isWorking={update.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.onSubmit} noValidate className="grid gap-5">
        <Field label="Name" error={form.wrongs.name}>
          <TextInput maxLength={NAME_MAX} autoComplete="off" {...form.field('name')} />
        </Field>
        <Field label="What is it for?" aside="Optional" error={form.wrongs.description}>
          <TextInput maxLength={DESCRIPTION_MAX} autoComplete="off" {...form.field('description')} />
        </Field>
        <VisibilityChoice value={visibility} onChange={setVisibility} />
        {update.isError && (
          <p role="alert" className="text-13 font-medium text-berry">
            {failureText(update.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
};
