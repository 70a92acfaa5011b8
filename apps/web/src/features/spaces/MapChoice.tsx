import type { SpaceMap } from '@metaverse/contracts';
import { Glyph, RadioCards, type RadioCard } from '@metaverse/ui';
import { IconPlus } from '@tabler/icons-react';

/** The choice that is no map: a floor of one's own size. */
export const OWN_SIZE = 'own-size';

export interface MapChoiceProps {
  readonly maps: readonly SpaceMap[];
  /** A map's id, or `OWN_SIZE`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const OwnSize = () => (
  <span className="grid size-full place-items-center bg-[linear-gradient(var(--color-line)_1px,transparent_1px),linear-gradient(90deg,var(--color-line)_1px,transparent_1px)] bg-size-[16px_16px] text-muted">
    <Glyph icon={IconPlus} />
  </span>
);

const cardOf = ({ id, name, width, height, thumbnailUrl }: SpaceMap): RadioCard<string> => ({
  value: id,
  label: name,
  line: `${width} × ${height} tiles`,
  picture: thumbnailUrl === null ? <OwnSize /> : <img src={thumbnailUrl} alt="" className="size-full picture" />,
});

/** What a new space starts from. */
export const MapChoice = ({ maps, value, onChange }: MapChoiceProps) => (
  <RadioCards
    label="Start from"
    options={[...maps.map(cardOf), { value: OWN_SIZE, label: 'Empty', line: 'Your size', picture: <OwnSize /> }]}
    value={value}
    onChange={onChange}
  />
);
