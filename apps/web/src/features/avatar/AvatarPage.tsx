import { randomLook } from '@metaverse/art';
import type { MePatch } from '@metaverse/contracts';
import { Button, IconButton, useToast } from '@metaverse/ui';
import { IconArrowBackUp, IconArrowForwardUp, IconDice3 } from '@tabler/icons-react';
import { useReducer } from 'react';
import { failureText } from '../../lib/failure-text.ts';
import { useTitle } from '../../lib/use-title.ts';
import { useMe } from '../account/me-context.ts';
import { useUpdateMe } from '../account/me-queries.ts';
import { AvatarStage } from './AvatarStage.tsx';
import { Catalogue } from './Catalogue.tsx';
import { changeCount, draftOf, dressed, lookOf, type Draft } from './draft.ts';
import { edited, startHistory, type Edit, type History } from './history.ts';
import { UnsavedGuard } from './UnsavedGuard.tsx';
import { Wardrobe } from './Wardrobe.tsx';

const SEEDS = 2 ** 31;

const patchOf = ({ avatarId, look }: Draft): MePatch => (avatarId === null ? { avatar: { id: null, look } } : { avatarId });

const changesLine = (count: number, hasEdited: boolean): string => {
  if (count === 0) return hasEdited ? 'Saved' : '';
  return `${count === 1 ? '1 change' : `${count} changes`}, not saved yet`;
};

/** Where one dresses: others meet this person. */
export const AvatarPage = () => {
  useTitle('Your avatar');
  const me = useMe();
  const toast = useToast();
  const updateMe = useUpdateMe();
  const saved = draftOf(me.avatar);
  const [history, edit] = useReducer<History<Draft>, [Edit<Draft>]>(edited, startHistory(saved));
  const draft = history.present;
  const changes = changeCount(saved, draft);

  const wear = (value: Draft): void => {
    edit({ type: 'set', value });
  };
  const save = (): void => {
    updateMe.mutate(patchOf(draft), {
      onSuccess: () => toast({ text: 'Avatar saved' }),
      onError: (error) => toast({ text: `Not saved. ${failureText(error)}`, isFailure: true }),
    });
  };

  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-324 flex-1 gap-x-14 gap-y-6 px-4 py-8 max-sm:pt-4 max-sm:pb-0 sm:px-8 lg:h-[calc(100dvh-64px)] lg:min-h-[800px] lg:flex-none lg:grid-cols-[minmax(0,520px)_minmax(0,720px)] xl:px-0"
    >
      <AvatarStage draft={draft} name={me.displayName} />
      <div className="flex min-h-0 min-w-0 flex-col">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <div>
            <h1 className="text-26 tracking-(--tracking-display)">Your avatar</h1>
            <p className="text-muted">This is how others meet you. Change it whenever you like.</p>
          </div>
          <Button
            icon={IconDice3}
            onClick={() => {
              wear(dressed(draft, randomLook(Math.floor(Math.random() * SEEDS))));
            }}
          >
            Surprise me
          </Button>
        </div>
        <div className="min-h-0 flex-1 pb-6 lg:-mx-1.5 lg:overflow-y-auto lg:px-1.5">
          <Wardrobe look={lookOf(draft)} onChoose={(parts) => wear(dressed(draft, parts))} />
          <h2 className="mt-6 mb-2 font-text text-14 font-semibold tracking-normal">Ready-made looks</h2>
          <Catalogue
            avatarId={draft.avatarId}
            onChoose={({ id, look, imageUrl }) => {
              wear({ avatarId: id, look, imageUrl });
            }}
          />
        </div>
        <div className="sticky bottom-0 flex flex-wrap items-center justify-between gap-2 border-t border-line bg-paper pt-4 ground-paper max-lg:py-3">
          <div className="flex items-center gap-2">
            <IconButton icon={IconArrowBackUp} label="Undo" disabled={history.past.length === 0} onClick={() => edit({ type: 'undo' })} />
            <IconButton
              icon={IconArrowForwardUp}
              label="Redo"
              disabled={history.future.length === 0}
              onClick={() => edit({ type: 'redo' })}
            />
            <span role="status" className="ms-1 text-13 text-muted max-sm:sr-only">
              {changesLine(changes, history.past.length > 0)}
            </span>
          </div>
          <div className="flex items-center gap-2">
            {changes > 0 && (
              <Button kind="quiet" onClick={() => wear(saved)}>
                Discard
              </Button>
            )}
            <Button
              kind="primary"
              isWorking={updateMe.isPending}
              disabledReason={changes === 0 ? 'Nothing has changed' : undefined}
              onClick={save}
            >
              Save avatar
            </Button>
          </div>
        </div>
      </div>
      <UnsavedGuard changes={updateMe.isPending ? 0 : changes} />
    </main>
  );
};
