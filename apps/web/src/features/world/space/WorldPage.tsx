import type { SpaceDetail } from '@metaverse/contracts';
import { Button } from '@metaverse/ui';
import { gridOfSpace } from '@metaverse/world-core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { ChatPanel } from '../../chat/ChatPanel.tsx';
import { useFollowedSpace } from '../../chat/use-followed-space.ts';
import { ArrivalNews } from './ArrivalNews.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { EndNotice } from './EndNotice.tsx';
import { Joystick } from './Joystick.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { SidePanel } from './SidePanel.tsx';
import { SpaceDock } from './SpaceDock.tsx';
import { SpaceNameplate } from './SpaceNameplate.tsx';
import { useCopyLink } from './use-copy-link.ts';
import { useFreeEnd } from './use-free-end.ts';
import { useMedia } from './use-media.ts';
import { usePanel } from './use-panel.ts';
import { useSpeech } from './use-speech.ts';
import { insetsOf, useSides } from './use-stage.ts';
import { useStatus, useStay } from './use-stay.ts';
import { useUnread } from './use-unread.ts';
import { useWorldView } from './use-world-view.ts';
import { focusQuietly, WorldFrame } from './WorldFrame.tsx';
import { ZoomControls } from './ZoomControls.tsx';

/** Gives the keyboard to what one writes into in the panel that opens with the next picture. */
const focusInPanel = (page: HTMLElement | null, field: 'textarea' | 'input'): void => {
  requestAnimationFrame(() => page?.querySelector<HTMLElement>(`aside ${field}, section ${field}`)?.focus());
};

/** Everything of a space. */
export const WorldPage = ({ space }: { readonly space: SpaceDetail }) => {
  const page = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const world = useStay(space);
  const status = useStatus(world);
  const panel = usePanel();
  const sides = useSides(page);
  const isTouch = useMedia('(pointer: coarse)');
  const isSheet = useMedia('(width < 40rem)');
  const queries = useQueryClient();
  const grid = useMemo(() => gridOfSpace(space), [space]);
  const stage = useMemo(() => sides && { ...sides, insets: insetsOf(sides, panel.open && 'panel') }, [sides, panel.open]);
  const shown = useWorldView(host, world, { space, stage, isReady: status.self !== null });
  const view = shown.kind === 'shown' ? shown.view : null;
  const copyLink = useCopyLink(space.id);
  useFollowedSpace(space.id);
  useSpeech(view, space.id);
  useFreeEnd(stage?.insets.right ?? 0);
  const unread = useUnread(space.id);

  // Another map than the drawn one: what stands in the space is fetched again.
  const isOutdated = status.mapVersion !== null && status.mapVersion > space.mapVersion;
  useEffect(() => {
    if (isOutdated) void queries.invalidateQueries({ queryKey: ['entered-space', space.id] });
  }, [isOutdated, queries, space.id]);

  const toWorld = useCallback(() => {
    if (host.current) focusQuietly(host.current);
  }, []);
  const closePanel = (): void => {
    panel.close();
    toWorld();
  };
  const toComposer = (): void => {
    panel.show('chat');
    focusInPanel(page.current, 'textarea');
  };
  const keys: Readonly<Record<string, () => void>> = {
    c: () => panel.toggle('chat'),
    p: () => {
      panel.toggle('people');
      focusInPanel(page.current, 'input');
    },
    Enter: toComposer,
    Escape: panel.close,
  };
  const onKey = (key: string): boolean => {
    const act = keys[key.length === 1 ? key.toLowerCase() : key];
    act?.();
    return act !== undefined;
  };
  const onPageKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && event.target !== host.current) toWorld();
  };
  const steer = useCallback(
    (heading: Parameters<typeof world.steer>[0]) => {
      world.steer(heading);
      if (heading) view?.control.follow();
    },
    [world, view],
  );
  const beside = panel.open === null ? '' : 'lg:end-[calc(22rem+24px)] xl:end-[calc(24rem+24px)]';
  const besideInvite = panel.open === null ? '' : 'lg:max-w-[calc(100%-22rem-172px)] xl:max-w-[calc(100%-24rem-172px)]';

  return (
    // Esc leads back to the world from wherever the focus is.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main ref={page} id="main" onKeyDown={onPageKey} className="fixed inset-0 overflow-hidden bg-grass">
      <div className={clsx('absolute start-3 top-3 z-10 max-w-[calc(100%-84px)] sm:max-w-[calc(100%-160px)]', besideInvite)}>
        <SpaceNameplate
          space={space}
          world={world}
          arePeopleOpen={panel.open === 'people'}
          onPeople={() => panel.toggle('people')}
          onCopyLink={copyLink}
        />
      </div>
      <div
        className={clsx('absolute end-3 top-3 z-10 rounded-panel bg-surface p-1 shadow-float ground-surface max-sm:p-0.5', beside)}
        data-bordered
      >
        <Button kind="quiet" icon={IconUserPlus} onClick={copyLink} aria-label="Invite: copy the link" className="max-sm:px-2.5">
          <span className="max-sm:hidden">Invite</span>
        </Button>
      </div>
      <WorldFrame host={host} name={space.name} world={world} grid={grid} shown={shown} onKey={onKey} />
      {view && (
        <div className="absolute start-3 bottom-3 z-10">
          <ZoomControls control={view.control} />
        </div>
      )}
      {isTouch && view && !(isSheet && panel.open) && <Joystick onSteer={steer} />}
      <div
        className={clsx(
          'pointer-events-none absolute inset-x-3 bottom-3 z-10 grid justify-center *:pointer-events-auto max-sm:justify-stretch',
          beside,
        )}
      >
        <SpaceDock open={panel.open} onToggle={panel.toggle} unread={panel.open === 'chat' ? 0 : unread} />
      </div>
      {panel.open === 'chat' && (
        <SidePanel label="Chat" panel={panel}>
          <ChatPanel spaceId={space.id} onClose={closePanel} onEscape={toWorld} />
        </SidePanel>
      )}
      {panel.open === 'people' && (
        <SidePanel label="People" panel={panel}>
          <PeoplePanel world={world} grid={grid} onClose={closePanel} />
        </SidePanel>
      )}
      <ConnectionNotice status={status} isChatOpen={panel.open === 'chat'} className={beside} />
      <ArrivalNews world={world} />
      {status.end && <EndNotice world={world} end={status.end} onReturn={toWorld} />}
    </main>
  );
};
