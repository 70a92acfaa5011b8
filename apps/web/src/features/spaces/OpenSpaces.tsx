import type { Space } from '@metaverse/contracts';
import { Door } from '@metaverse/ui';
import { Link } from 'react-router-dom';
import { cardLine, counted } from './space-lines.ts';

const SHOWN = 6;

export interface OpenSpacesProps {
  readonly spaces: readonly Space[];
  readonly allHref: string;
}

/** Public spaces that one is no member of, as doors beside the page. */
export const OpenSpaces = ({ spaces, allHref }: OpenSpacesProps) => (
  <section aria-labelledby="open-spaces">
    <h2 id="open-spaces" className="mb-3 font-text text-15 font-bold tracking-normal">
      Open to everyone
    </h2>
    <ul>
      {spaces.slice(0, SHOWN).map((space) => (
        <li key={space.id} className="relative -mx-2 flex items-center gap-3 rounded-control px-2 py-1.5 hover:bg-hover">
          <Door imageUrl={space.thumbnailUrl ?? undefined} />
          <div className="min-w-0">
            <Link
              to={`/spaces/${space.id}`}
              className="block rounded-mark wrap-anywhere font-semibold text-ink no-underline before:absolute before:inset-0 before:rounded-control"
            >
              {space.name}
            </Link>
            <p className="line-clamp-2 text-13 text-muted" title={space.description}>
              {space.onlineCount > 0 ? `${counted(space.onlineCount, 'person', 'people')} inside` : cardLine(space)}
            </p>
          </div>
        </li>
      ))}
    </ul>
    {spaces.length > SHOWN && (
      <Link to={allHref} className="hit mt-2 inline-block rounded-mark text-13 font-semibold text-tide underline underline-offset-2">
        Show all
      </Link>
    )}
  </section>
);
