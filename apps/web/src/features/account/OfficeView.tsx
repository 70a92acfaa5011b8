import { Scene } from '../../lib/Scene.tsx';

/** Where labels stand in the picture, as shares of its width and height. */
type Spot = { readonly left: string; readonly top: string };

const MAP_TILES = { width: 40, height: 24 };
/** Below the feet, in tiles. */
const LABEL_GAP = 0.15;

const spot = (x: number, y: number): Spot => ({ left: `${(x / MAP_TILES.width) * 100}%`, top: `${(y / MAP_TILES.height) * 100}%` });

/** Who is drawn in the scene, by their feet in tiles. */
const people: readonly { name: string; x: number; y: number }[] = [
  { name: 'Ines', x: 25.5, y: 11.96 },
  { name: 'Mira', x: 27.05, y: 11.14 },
  { name: 'Jonas', x: 28.5, y: 13.4 },
  { name: 'Oskar', x: 22.64, y: 14.6 },
  { name: 'Tomás', x: 29.45, y: 15.5 },
  { name: 'Dele', x: 22.64, y: 4.6 },
  { name: 'Arjan', x: 21.2, y: 4.74 },
  { name: 'Noor', x: 20.68, y: 7.78 },
  { name: 'Leila', x: 22.32, y: 7.78 },
];

const Name = ({ name, x, y }: { readonly name: string; readonly x: number; readonly y: number }) => (
  <span
    style={spot(x, y + LABEL_GAP)}
    className="absolute inline-flex h-[22px] -translate-x-1/2 items-center rounded-full bg-label px-2 text-12 font-semibold whitespace-nowrap text-on-label"
  >
    {name}
  </span>
);

const Speech = () => (
  <span
    style={spot(27.05, 8.95)}
    className="absolute -translate-x-1/2 -translate-y-full rounded-panel bg-speech px-3 py-2 text-14 font-medium whitespace-nowrap text-on-speech shadow-float after:absolute after:start-1/2 after:-bottom-1 after:size-2.5 after:-translate-x-1/2 after:rotate-45 after:rounded-xs after:bg-speech"
  >
    Morning! Coffee?
  </span>
);

/** A look behind the door: the office with people in it, as a picture. */
export const OfficeView = () => (
  <div aria-hidden className="@container-size relative m-3 ms-0 overflow-hidden rounded-sheet bg-grass max-lg:hidden">
    {/* The reception stays in the middle; the map is always large enough to leave no edge bare. */}
    <div className="absolute start-1/2 top-1/2 aspect-40/24 w-[max(2160px,198cqh,134cqw)] -translate-x-[62.2%] -translate-y-[42.2%] select-none">
      <Scene name="office" className="size-full" />
      {people.map((person) => (
        <Name key={person.name} {...person} />
      ))}
      <Speech />
    </div>
  </div>
);
