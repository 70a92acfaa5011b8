import { mapTemplates, type MapPlan, type ScenePerson } from '@metaverse/art';
import { sitting, standing } from './people.ts';
import { studio } from './studio.ts';

/** A picture of a place that pages show; drawn once by day and once by night. */
export type Scene = {
  plan: MapPlan;
  /** What shows, in tiles. */
  view: { x: number; y: number; width: number; height: number };
  /** CSS px of a tile in the picture at 1×. */
  tilePx: number;
  people?: readonly ScenePerson[];
  /** Drawn by day only: people stand in front of it who are not drawn at night. */
  isAlwaysDay?: boolean;
};

const template = (key: string): MapPlan => {
  const found = mapTemplates.find((map) => map.key === key);
  if (!found) throw new Error(`no map template is called ${key}`);
  return found;
};

const office = template('office');
const park = template('park');

const tomasByTheStage = standing({ name: 'Tomás', x: 29.45, y: 15.5, pose: { direction: 'right' } });
const benInTheLounge = sitting(office, { name: 'Ben', piece: 'armchair-mustard', x: 20, y: 18 });

const inTheOffice: readonly ScenePerson[] = [
  standing({ name: 'Ines', x: 25.5, y: 11.96, pose: { direction: 'right' } }),
  standing({ name: 'Mira', x: 27.05, y: 11.14, pose: { direction: 'left' } }),
  standing({ name: 'Jonas', x: 28.5, y: 13.4, pose: { direction: 'left' } }),
  standing({ name: 'Oskar', x: 22.64, y: 14.6, pose: { direction: 'right', action: 'walk', frame: 2 } }),
  tomasByTheStage,
  standing({ name: 'Dele', x: 22.64, y: 4.6, pose: { action: 'wave', frame: 1 } }),
  standing({ name: 'Arjan', x: 21.2, y: 4.74, pose: { direction: 'right' } }),
  sitting(office, { name: 'Noor', piece: 'wood-chair', x: 20, y: 7 }),
  sitting(office, { name: 'Leila', piece: 'wood-chair', x: 22, y: 7 }),
  sitting(office, { name: 'Priya', piece: 'office-chair-plum', x: 33, y: 5 }),
  sitting(office, { name: 'Aiko', piece: 'office-chair-lagoon', x: 15, y: 10 }),
  benInTheLounge,
];

const inThePark: readonly ScenePerson[] = [
  standing({ name: 'Priya', x: 14.7, y: 8.6, pose: { direction: 'right' } }),
  standing({ name: 'Jonas', x: 19.2, y: 8.4, pose: { direction: 'left', action: 'wave', frame: 1 } }),
  standing({ name: 'Oskar', x: 17, y: 10.9, pose: { direction: 'up' } }),
];

/** Every scene by the name that `scene:…` imports give. */
export const scenes: Readonly<Record<string, Scene>> = {
  office: { plan: office, view: { x: 0, y: 0, width: 40, height: 24 }, tilePx: 54, people: inTheOffice },
  portal: { plan: office, view: { x: 19.9, y: 14.6, width: 9.88, height: 9.2 }, tilePx: 57, people: [benInTheLounge] },
  stage: { plan: office, view: { x: 28.4, y: 8.06, width: 11.1, height: 10.3 }, tilePx: 50.5, people: [tomasByTheStage] },
  studio: { plan: studio, view: { x: 1.05, y: 0.64, width: 5, height: 7.5 }, tilePx: 105, isAlwaysDay: true },
  'door-office': { plan: office, view: { x: 8.5, y: 2, width: 11.2, height: 15 }, tilePx: 17 },
  'door-park': { plan: park, view: { x: 12, y: 1.4, width: 10, height: 13.25 }, tilePx: 15, people: inThePark },
  'door-library': { plan: office, view: { x: 1, y: 16, width: 5.3, height: 7 }, tilePx: 28 },
};
