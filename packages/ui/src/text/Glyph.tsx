import type { Icon } from '@tabler/icons-react';

/** Any icon of `@tabler/icons-react`. */
export type IconType = Icon;

export interface GlyphProps {
  readonly icon: IconType;
  /** Side in pixels: 16 in compact controls, 20 as a rule, 22 in the dock. */
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

/** An icon at the project's stroke, hidden from screen readers: the text beside it speaks. */
export const Glyph = ({ icon: Drawn, size = 20, className }: GlyphProps) => (
  <Drawn size={size} stroke={1.75} aria-hidden className={`shrink-0 ${className ?? ''}`} />
);
