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

/** The address of the space drawn sharp, by day or in the evening, once that is done. */
const useDrawing = (space: SpaceDetail | undefined, ratio: number, isNight: boolean): string | undefined => {
  const [drawing, setDrawing] = useState<string>();
  useEffect(() => {
    if (!space || !isDrawable(space)) return undefined;
    const leaving = new AbortController();
    const draw = async (): Promise<void> => {
      const { drawHero } = await import('./draw-hero.ts');
      leaving.signal.throwIfAborted();
      const url = URL.createObjectURL(new Blob([drawHero(space, heroView(space, ratio), isNight)], { type: 'image/svg+xml' }));
      leaving.signal.addEventListener('abort', () => {
        setDrawing(undefined);
        URL.revokeObjectURL(url);
      });
      const image = new Image();
      image.src = url;
      await image.decode();
      leaving.signal.throwIfAborted();
      setDrawing(url);
    };
    // Without a drawing there is still the thumbnail.
    draw().catch(() => undefined);
    return () => {
      leaving.abort();
    };
  }, [space, ratio, isNight]);
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
  const drawing = useDrawing(detail, ratio, shown === 'dark');
  return (
    <>
      {space.thumbnailUrl !== null && (
        <img
          src={space.thumbnailUrl}
          alt=""
          className={clsx('absolute inset-0 size-full picture object-[50%_20%]', drawing !== undefined && 'invisible')}
        />
      )}
      {drawing !== undefined && <img src={drawing} alt="" className="absolute inset-0 size-full animate-appear object-cover" />}
    </>
  );
};
