import { clsx } from 'clsx';
import type { Strength } from './password-strength.ts';

const tones: Readonly<Record<Strength, string>> = { 0: 'bg-berry', 1: 'bg-berry', 2: 'bg-away', 3: 'bg-green', 4: 'bg-green' };

/** Four bars that fill as a password gets better. The words stand in the field's note. */
export const StrengthMeter = ({ strength }: { readonly strength: Strength }) => (
  <span role="img" aria-label={`Strength: ${strength} of 4`} className="grid grid-cols-4 gap-1">
    {[1, 2, 3, 4].map((step) => (
      <span key={step} className={clsx('h-1 rounded-full', step <= Math.max(strength, 1) ? tones[strength] : 'bg-press')} />
    ))}
  </span>
);
