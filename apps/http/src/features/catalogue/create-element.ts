import type { Element, ElementDraft } from '@metaverse/contracts';
import { newId, type Tx } from '@metaverse/db';
import { presentElement } from './catalogue.presenter.ts';

/** Adds a kind of object that is shown by its image; a static one blocks its whole footprint. */
export async function createElement(db: Tx, draft: ElementDraft): Promise<Element> {
  const blocks = draft.static ? everyTile(draft) : [];
  return presentElement(await db.element.create({ data: { id: newId(), ...draft, blocks } }));
}

const everyTile = ({ width, height }: ElementDraft): [number, number][] =>
  Array.from({ length: width * height }, (_, i) => [i % width, Math.floor(i / width)]);
