import type { Space } from '@metaverse/contracts';
import { Menu, TitleButton } from '@metaverse/ui';
import { useNavigate } from 'react-router-dom';

export interface SpaceChoiceProps {
  readonly spaces: readonly Space[];
  readonly spaceId: string;
}

/** Whose rooms are shown: one of my spaces. */
export const SpaceChoice = ({ spaces, spaceId }: SpaceChoiceProps) => {
  const navigate = useNavigate();
  const current = spaces.find(({ id }) => id === spaceId);
  return (
    <Menu
      trigger={<TitleButton>{current?.name ?? 'My spaces'}</TitleButton>}
      entries={spaces.map(({ id, name }) => ({
        label: name,
        isChosen: id === spaceId,
        onSelect: () => void navigate(`/chat/${id}`),
      }))}
    />
  );
};
