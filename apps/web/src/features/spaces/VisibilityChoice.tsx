import type { SpaceVisibility } from '@metaverse/contracts';
import { RadioCards, type RadioCard } from '@metaverse/ui';

const options: readonly RadioCard<SpaceVisibility>[] = [
  { value: 'public', label: 'Public', line: 'Everyone with an account here' },
  { value: 'unlisted', label: 'Unlisted', line: 'Anyone who has the link' },
  { value: 'private', label: 'Private', line: 'Only its members' },
];

export interface VisibilityChoiceProps {
  readonly value: SpaceVisibility;
  readonly onChange: (value: SpaceVisibility) => void;
}

/** Who may enter a space. */
export const VisibilityChoice = (props: VisibilityChoiceProps) => <RadioCards label="Who may enter" options={options} {...props} />;
