import { DESCRIPTION_MAX, NAME_MAX, type SpaceDraft, type SpaceVisibility } from '@metaverse/contracts';
import { Bone, Button, Dialog, Field, Skeleton, TextInput } from '@metaverse/ui';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { failureText } from '../../lib/failure-text.ts';
import { useForm } from '../../lib/use-form.ts';
import { MapChoice, OWN_SIZE } from './MapChoice.tsx';
import { descriptionWrong, sideWrong, spaceNameWrong } from './space-checks.ts';
import { useCreateSpace, useMaps } from './space-queries.ts';
import { VisibilityChoice } from './VisibilityChoice.tsx';

/** A room that ten people fill without standing in each other's way. */
const FIRST_SIZE = { width: '24', height: '16' };

type Values = { name: string; description: string; width: string; height: string };

const draftOf = ({ name, description, width, height }: Values, mapId: string, visibility: SpaceVisibility): SpaceDraft => ({
  name,
  description,
  visibility,
  ...(mapId === OWN_SIZE ? { width: Number(width), height: Number(height) } : { mapId }),
});

/** Makes a space and goes in. */
export const CreateSpaceDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const maps = useMaps();
  const create = useCreateSpace();
  const navigate = useNavigate();
  const formId = useId();
  const [chosenMap, setChosenMap] = useState<string>();
  const [visibility, setVisibility] = useState<SpaceVisibility>('public');
  // Without the maps there is still the empty floor.
  const mapId = chosenMap ?? maps.data?.[0]?.id ?? OWN_SIZE;
  const isOwnSize = mapId === OWN_SIZE && !maps.isPending;

  const form = useForm<Values>({
    initial: { name: '', description: '', ...FIRST_SIZE },
    checks: {
      name: spaceNameWrong,
      description: descriptionWrong,
      width: (side) => (isOwnSize ? sideWrong(side) : undefined),
      height: (side) => (isOwnSize ? sideWrong(side) : undefined),
    },
    onSubmit: (values) => {
      create.mutate(draftOf(values, mapId, visibility), { onSuccess: ({ id }) => void navigate(`/spaces/${id}`) });
    },
  });

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Create a space"
      description="Pick a map to start from."
      width="wide"
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            isWorking={create.isPending}
            disabledReason={maps.isPending ? 'The maps are on their way' : undefined}
          >
            Create and enter
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.onSubmit} noValidate className="grid gap-5">
        {maps.isPending ? (
          <Skeleton label="Loading maps">
            <div className="grid grid-cols-[repeat(auto-fit,minmax(104px,1fr))] gap-3 pt-6 pb-11">
              {[1, 2, 3, 4].map((each) => (
                <Bone key={each} className="aspect-4/3 rounded-control" />
              ))}
            </div>
          </Skeleton>
        ) : (
          <MapChoice maps={maps.data ?? []} value={mapId} onChange={setChosenMap} />
        )}
        {isOwnSize && (
          <div className="grid grid-cols-2 items-start gap-3">
            <Field label="Width" error={form.wrongs.width} help="In tiles, 5 to 500">
              <TextInput inputMode="numeric" autoComplete="off" end={<span className="text-muted">tiles</span>} {...form.field('width')} />
            </Field>
            <Field label="Height" error={form.wrongs.height}>
              <TextInput inputMode="numeric" autoComplete="off" end={<span className="text-muted">tiles</span>} {...form.field('height')} />
            </Field>
          </div>
        )}
        <Field label="Name" error={form.wrongs.name}>
          <TextInput data-autofocus maxLength={NAME_MAX} autoComplete="off" {...form.field('name')} />
        </Field>
        <Field label="What is it for?" aside="Optional" error={form.wrongs.description}>
          <TextInput maxLength={DESCRIPTION_MAX} autoComplete="off" placeholder="Shown on its card" {...form.field('description')} />
        </Field>
        <VisibilityChoice value={visibility} onChange={setVisibility} />
        {create.isError && (
          <p role="alert" className="text-13 font-medium text-berry">
            {failureText(create.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
};
