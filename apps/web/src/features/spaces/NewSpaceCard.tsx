import { Glyph } from '@metaverse/ui';
import { IconDoor } from '@tabler/icons-react';

/** The last cell among one's spaces: the next one. */
export const NewSpaceCard = ({ onPress }: { readonly onPress: () => void }) => (
  <button
    type="button"
    onClick={onPress}
    className="grid aspect-16/10 w-full max-sm:aspect-auto max-sm:py-8 place-items-center rounded-panel border-[1.5px] border-dashed border-line-strong transition-colors hover:bg-hover"
  >
    <span className="grid justify-items-center gap-2 text-muted">
      <Glyph icon={IconDoor} />
      <span className="font-semibold text-ink">A new space</span>
      <span className="text-13">From a map or empty</span>
    </span>
  </button>
);
