import { DISPLAY_NAME_MAX, STATUS_TEXT_MAX } from '@metaverse/contracts';
import { Button, Dialog, Field, TextInput, useToast } from '@metaverse/ui';
import { useId } from 'react';
import { failureText } from '../../lib/failure-text.ts';
import { wrongsOf } from '../../lib/form-checks.ts';
import { useForm } from '../../lib/use-form.ts';
import { displayNameWrong } from './account-checks.ts';
import { useMe } from './me-context.ts';
import { useUpdateMe } from './me-queries.ts';

/** What others read beside one's avatar. */
export const ProfileDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const me = useMe();
  const updateMe = useUpdateMe();
  const toast = useToast();
  const formId = useId();

  const form = useForm({
    initial: { displayName: me.displayName, statusText: me.statusText },
    checks: {
      displayName: (name) => (name.trim() === '' ? 'Others need something to call you.' : displayNameWrong(name)),
      statusText: (text) => (text.length > STATUS_TEXT_MAX ? `At most ${STATUS_TEXT_MAX} characters.` : undefined),
    },
    onSubmit: (values) => {
      updateMe.mutate(values, {
        onSuccess: () => {
          toast({ text: 'Saved' });
          onClose();
        },
        onError: (error) => {
          form.setWrongs(wrongsOf(error, ['displayName', 'statusText']));
        },
      });
    },
  });
  const isOther = updateMe.isError && Object.keys(form.wrongs).length === 0;

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Name and status"
      description={`Your username stays ${me.username}.`}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId} isWorking={updateMe.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.onSubmit} noValidate className="grid gap-5">
        <Field label="Display name" error={form.wrongs.displayName} help="Shown over your avatar and beside what you write.">
          <TextInput maxLength={DISPLAY_NAME_MAX} autoComplete="name" {...form.field('displayName')} />
        </Field>
        <Field label="Status" aside="Optional" error={form.wrongs.statusText} help="What you are doing, in a few words.">
          <TextInput maxLength={STATUS_TEXT_MAX} placeholder="Drawing gate 2" {...form.field('statusText')} />
        </Field>
        {isOther && (
          <p role="alert" className="text-13 font-medium text-berry">
            {failureText(updateMe.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
};
