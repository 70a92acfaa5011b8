import type { Chatroom } from '@metaverse/contracts';
import { Button, Dialog, PersonRow, SearchField } from '@metaverse/ui';
import { useState } from 'react';
import { faceOf } from '../../lib/face-of.ts';
import { failureText } from '../../lib/failure-text.ts';
import { useAddMember, useSpaceMembers } from './room-queries.ts';

export interface AddMemberDialogProps {
  readonly room: Chatroom;
  readonly spaceId: string;
  readonly memberIds: ReadonlySet<string>;
  readonly onClose: () => void;
}

const matches = (text: string, ...names: string[]): boolean =>
  names.some((name) => name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));

/** Why the list is empty: nobody to choose from, nobody left, or nobody by that name. */
const emptyLine = (inSpace: number, missing: number): string => {
  if (missing > 0) return 'Nobody by that name.';
  return inSpace > 1
    ? 'Everybody in the space is in this room.'
    : 'You are the only one in this space. Invite people to the space first, then add them here.';
};

/** Takes people of the space into a room, one after the other. */
export const AddMemberDialog = ({ room, spaceId, memberIds, onClose }: AddMemberDialogProps) => {
  const people = useSpaceMembers(spaceId);
  const add = useAddMember(room.id);
  const [text, setText] = useState('');
  const missing = people.data?.filter(({ userId }) => !memberIds.has(userId));
  const shown = missing?.filter(({ user }) => matches(text, user.displayName, user.username));

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Add people to “${room.name}”`}
      description="They can read everything that was written here."
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <SearchField label="Find a member of the space" value={text} onChange={setText} />
      {(people.isError || add.isError) && (
        <p role="alert" className="text-13 font-medium text-berry">
          {failureText(people.error ?? add.error)}
        </p>
      )}
      <ul className="-mx-2 max-h-80 overflow-y-auto" aria-label="Members of the space">
        {shown?.map(({ userId, user, isOnline }) => (
          <li key={userId}>
            <PersonRow
              person={faceOf(user)}
              presence={isOnline ? 'online' : 'offline'}
              areActionsShown
              actions={
                <Button
                  size="compact"
                  aria-label={`Add ${user.displayName}`}
                  isWorking={add.isPending && add.variables === userId}
                  onClick={() => {
                    add.mutate(userId);
                  }}
                >
                  Add
                </Button>
              }
            />
          </li>
        ))}
      </ul>
      {shown?.length === 0 && <p className="text-14 text-muted">{emptyLine(people.data?.length ?? 0, missing?.length ?? 0)}</p>}
      {people.hasNextPage && (
        <Button isWorking={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Dialog>
  );
};
