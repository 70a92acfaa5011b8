import { useTheme } from '@metaverse/ui';

/** Drawn by `scenes/draw.ts`. */
const urls = import.meta.glob<string>('../scenes/*.webp', { eager: true, query: '?url', import: 'default' });

export type SceneName = 'office' | 'portal' | 'stage' | 'studio' | 'door-office' | 'door-park' | 'door-library';

export interface SceneProps {
  readonly name: SceneName;
  readonly isAlwaysDay?: boolean | undefined;
  readonly className?: string | undefined;
}

const addressOf = (name: SceneName, time: 'day' | 'night', density: 1 | 2): string | undefined =>
  urls[`../scenes/${name}-${time}-${density}x.webp`];

/** A drawn place as decoration: by day in the light theme, in the evening in the dark one. */
export const Scene = ({ name, isAlwaysDay = false, className }: SceneProps) => {
  const { shown } = useTheme();
  const time = shown === 'dark' && !isAlwaysDay ? 'night' : 'day';
  return (
    <img
      src={addressOf(name, time, 1)}
      srcSet={`${addressOf(name, time, 1)} 1x, ${addressOf(name, time, 2)} 2x`}
      alt=""
      draggable={false}
      className={className}
    />
  );
};
