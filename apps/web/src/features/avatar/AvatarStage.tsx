import type { Action, Direction } from '@metaverse/art';
import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import { Scene } from '../../lib/Scene.tsx';
import { lookOf, type Draft } from './draft.ts';
import { FEET_SHARE, FIGURE_RATIO, figureUrl } from './figure-url.ts';
import { MovingFigure } from './MovingFigure.tsx';

type View = { id: Direction; action: Action; label: string; frame: number };

/** The sides one can be seen from, each with what one does there; `frame` is the one on the button. */
const views: readonly View[] = [
  { id: 'down', action: 'wave', label: 'Front, waving', frame: 1 },
  { id: 'left', action: 'walk', label: 'Left, walking', frame: 2 },
  { id: 'up', action: 'walk', label: 'Back, walking', frame: 0 },
  { id: 'right', action: 'walk', label: 'Right, walking', frame: 2 },
];

export interface AvatarStageProps {
  readonly draft: Draft;
  readonly name: string;
}

/** What one is about to look like, large, from every side. */
export const AvatarStage = ({ draft, name }: AvatarStageProps) => {
  const [viewId, setViewId] = useState<string>('down');
  const view = views.find(({ id }) => id === viewId);
  const look = lookOf(draft);
  const isPicture = draft.look === null && draft.imageUrl !== null;

  return (
    <section aria-label="Preview" className="relative isolate overflow-hidden rounded-sheet bg-sunken max-lg:h-90 sm:max-lg:h-120">
      <Scene name="studio" isAlwaysDay className="absolute inset-0 size-full picture object-[50%_85%]" />
      {!isPicture && (
        <RadioGroup.Root
          aria-label="Look at it from"
          orientation="horizontal"
          value={viewId}
          onValueChange={setViewId}
          className="absolute inset-x-4 top-4 z-10 mx-auto flex w-max gap-1 rounded-panel bg-surface p-[5px] shadow-float"
        >
          {views.map(({ id, action, label, frame }) => (
            <RadioGroup.Item
              key={id}
              value={id}
              aria-label={label}
              className="grid h-15 w-14 items-end justify-items-center overflow-hidden rounded-control hover:bg-hover data-[state=checked]:bg-press data-[state=checked]:shadow-[inset_0_0_0_2px_var(--color-ink)]"
            >
              <img
                src={figureUrl(look, { direction: id, action, frame })}
                alt=""
                className="-mb-1.5 w-[46px]"
                style={{ aspectRatio: FIGURE_RATIO }}
              />
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
      )}
      <div className="absolute inset-x-0 bottom-16 brightness-(--picture-brightness) mx-auto w-[min(67%,348px)] max-lg:bottom-9 max-lg:w-36 sm:max-lg:w-52">
        {isPicture || !view ? (
          <img src={draft.imageUrl ?? undefined} alt={`${name}, as others see you`} className="w-full" />
        ) : (
          <MovingFigure key={view.id} look={look} direction={view.id} action={view.action} label={`${name}, ${view.label.toLowerCase()}`} />
        )}
        <span
          className="absolute inset-x-0 mx-auto h-[26px] w-max max-w-full truncate rounded-full bg-accent px-3 text-13 leading-[26px] font-semibold text-on-accent"
          style={{ top: `calc(${(1 - FEET_SHARE) * 100}% + 8px)` }}
        >
          {name}
        </span>
      </div>
    </section>
  );
};
