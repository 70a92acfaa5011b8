import { Door, ErrorState } from '@metaverse/ui';
import type { ReactNode } from 'react';
import { Scene } from '../lib/Scene.tsx';
import type { SceneName } from '../lib/scene-address.ts';

export interface PlacePageProps {
  readonly scene: SceneName;
  /** Above the title: "Not found, 404". */
  readonly kind: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  /** Below the actions. */
  readonly detail?: ReactNode | undefined;
}

/** A page for when there is nothing to go into: a door on one side, what happened on the other. */
export const PlacePage = ({ scene, kind, ...rest }: PlacePageProps) => (
  <main id="main" className="grid flex-1 content-center">
    <ErrorState
      kicker={kind}
      picture={
        <Door size="page">
          <Scene name={scene} className="size-full object-cover" />
        </Door>
      }
      {...rest}
    />
  </main>
);
