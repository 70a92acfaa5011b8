import type { LabelColors } from './label-bitmap.ts';

/** What of the theme the scene needs. */
export type WorldStyle = { readonly isNight: boolean; readonly labels: LabelColors };

/** Reads the theme's tokens where the scene stands. */
export function readWorldStyle(element: HTMLElement): WorldStyle {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--color-${name}`).trim();
  return {
    isNight: document.documentElement.dataset['theme'] === 'dark',
    labels: { ground: token('label'), ink: token('on-label'), mine: token('accent'), onMine: token('on-accent') },
  };
}
