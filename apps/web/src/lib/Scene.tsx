import { useTheme } from '@metaverse/ui';
import { useState } from 'react';
import { sceneSources, type SceneName } from './scene-address.ts';

export interface SceneProps {
  readonly name: SceneName;
  readonly isAlwaysDay?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A drawn place as decoration: by day in the light theme, in the evening in the dark one. */
export const Scene = ({ name, isAlwaysDay = false, className }: SceneProps) => {
  const { shown } = useTheme();
  const [isMissing, setMissing] = useState(false);
  const time = shown === 'dark' && !isAlwaysDay ? 'night' : 'day';
  // A frame around nothing would only say that decoration is missing.
  if (isMissing) return null;
  return (
    <img
      {...sceneSources(name, time)}
      alt=""
      draggable={false}
      onError={() => {
        setMissing(true);
      }}
      className={className}
    />
  );
};
