/** Drawn by `scenes/draw.ts`. */
const urls = import.meta.glob<string>('../scenes/*.webp', { eager: true, query: '?url', import: 'default' });

export type SceneName = 'office' | 'portal' | 'stage' | 'studio' | 'door-office' | 'door-park' | 'door-library';
export type SceneTime = 'day' | 'night';

/** Where a scene's picture is, for plain and for dense screens. */
export const sceneSources = (name: SceneName, time: SceneTime): { src: string | undefined; srcSet: string } => {
  const [plain, dense] = ([1, 2] as const).map((density) => urls[`../scenes/${name}-${time}-${density}x.webp`]);
  return { src: plain, srcSet: `${plain} 1x, ${dense} 2x` };
};

/** Fetches a scene's picture before it is needed: that of "no answer" could not be fetched then. */
export const loadSceneAhead = (name: SceneName, time: SceneTime): void => {
  new Image().srcset = sceneSources(name, time).srcSet;
};
