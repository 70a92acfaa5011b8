import type { Space, SpaceDetail } from '@metaverse/contracts';
import { useTheme } from '@metaverse/ui';
import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import { heroView } from './hero-view.ts';
import { useSpaceDetail } from './space-queries.ts';

/** Above this the drawing is megabytes of text, and the thumbnail has to do. */
const TILES_MAX = 64 * 64;
const ELEMENTS_MAX = 600;

const isDrawable = ({ width, height, elements }: SpaceDetail): boolean => width * height <= TILES_MAX && elements.length <= ELEMENTS_MAX;

type Drawing = { readonly url: string; readonly isNight: boolean };

/** The space drawn sharp, by day or in the evening, once that is done; until then as it was drawn before. */
const useDrawing = (space: SpaceDetail | undefined, ratio: number, isNight: boolean): Drawing | undefined => {
  const [drawing, setDrawing] = useState<Drawing>();
  useEffect(() => {
    if (!space || !isDrawable(space)) return undefined;
    const leaving = new AbortController();
    const draw = async (): Promise<void> => {
      const { drawHero } = await import('./draw-hero.ts');
      leaving.signal.throwIfAborted();
      const url = URL.createObjectURL(new Blob([drawHero(space, heroView(space, ratio), isNight)], { type: 'image/svg+xml' }));
      const image = new Image();
      image.src = url;
      try {
        await image.decode();
        leaving.signal.throwIfAborted();
        setDrawing({ url, isNight });
      } catch (error) {
        URL.revokeObjectURL(url);
        throw error;
      }
    };
    // Without a drawing there is still the thumbnail.
    draw().catch(() => undefined);
    return () => {
      leaving.abort();
    };
  }, [space, ratio, isNight]);

  // A drawing is let go when the next one shows, or nothing does any more.
  useEffect(
    () => () => {
      if (drawing) URL.revokeObjectURL(drawing.url);
    },
    [drawing],
  );
  return drawing;
};

export interface HeroPictureProps {
  readonly space: Space;
  /** Width : height of the place that it fills. */
  readonly ratio: number;
}

/** A space over the width of the page: its thumbnail at once, then drawn anew, sharp and in the light of the theme. */
export const HeroPicture = ({ space, ratio }: HeroPictureProps) => {
  const { data: detail } = useSpaceDetail(space.id);
  const { shown } = useTheme();
  const isNight = shown === 'dark';
  const drawing = useDrawing(detail, ratio, isNight);
  return (
    <>
      {space.thumbnailUrl !== null && (
        <img
          src={space.thumbnailUrl}
          alt=""
          className={clsx('absolute inset-0 size-full picture object-[50%_20%]', drawing !== undefined && 'invisible')}
        />
      )}
      {drawing !== undefined && (
        <img
          src={drawing.url}
          alt=""
          // What still shows the other time of day is dimmed as all pictures are.
          className={clsx('absolute inset-0 size-full animate-appear object-cover', drawing.isNight !== isNight && 'picture')}
        />
      )}
    </>
  );
};
