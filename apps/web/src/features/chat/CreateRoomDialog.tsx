import { type Chatroom, DESCRIPTION_MAX, NAME_MAX, type RoomVisibility } from '@metaverse/contracts';
import { Button, Dialog, Field, RadioCards, TextInput } from '@metaverse/ui';
import { useId, useState } from 'react';
import { failureText } from '../../lib/failure-text.ts';
import { useForm } from '../../lib/use-form.ts';
import { useCreateRoom } from './room-queries.ts';

export interface CreateRoomDialogProps {
  readonly spaceId: string;
  readonly onClose: () => void;
  readonly onCreated: (room: Chatroom) => void;
}

const visibilities = [
  { value: 'public', label: 'Public', line: 'Everybody in the space can find and join it.' },
  { value: 'private', label: 'Private', line: 'Only people you add.' },
] as const;

const nameWrong = (name: string): string | undefined => {
  if (name.trim() === '') return 'Name it after what is talked about.';
  return name.length > NAME_MAX ? `At most ${NAME_MAX} characters.` : undefined;
};
const topicWrong = (topic: string): string | undefined =>
  topic.length > DESCRIPTION_MAX ? `At most ${DESCRIPTION_MAX} characters.` : undefined;

/** Makes a room in a space and opens it. */
export const CreateRoomDialog = ({ spaceId, onClose, onCreated }: CreateRoomDialogProps) => {
  const create = useCreateRoom(spaceId);
  const formId = useId();
  const [visibility, setVisibility] = useState<RoomVisibility>('public');
  const { field, wrongs, onSubmit } = useForm({
    initial: { name: '', topic: '' },
    checks: { name: nameWrong, topic: topicWrong },
    onSubmit: ({ name, topic }) => {
      create.mutate({ name: name.trim(), topic: topic.trim(), visibility }, { onSuccess: onCreated });
    },
  });

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Create a room"
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId} isWorking={create.isPending}>
            Create room
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="grid gap-5">
        <Field label="Name" error={wrongs.name}>
          <TextInput data-autofocus maxLength={NAME_MAX} autoComplete="off" {...field('name')} />
        </Field>
        <Field label="Topic" aside="Optional" error={wrongs.topic}>
          <TextInput maxLength={DESCRIPTION_MAX} autoComplete="off" placeholder="What is it about?" {...field('topic')} />
        </Field>
        <RadioCards label="Who can join" options={visibilities} value={visibility} onChange={setVisibility} />
        {create.isError && (
          <p role="alert" className="text-13 font-medium text-berry">
            {failureText(create.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
};
