import type { RosterPerson } from '@metaverse/contracts';
import { createDerivedStore, type DerivedStore } from '../store/create-derived-store.ts';
import type { WorldConnection } from './world-link.ts';

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Everybody in the space, in view or not, by name. */
export class Roster {
  readonly store: DerivedStore<readonly RosterPerson[]>;
  readonly #connection: WorldConnection;
  #people = new Map<string, RosterPerson>();
  /** Counts the listings, so that a page of an earlier one changes nothing. */
  #listing = 0;

  constructor(connection: WorldConnection) {
    this.#connection = connection;
    this.store = createDerivedStore(() => [...this.#people.values()].sort((a, b) => byName.compare(a.displayName, b.displayName)));
    connection.on('roster-changed', ({ joined, left }) => {
      for (const userId of left) this.#people.delete(userId);
      for (const person of joined) this.#people.set(person.userId, person);
      this.store.invalidate();
    });
  }

  /** Asks for everybody, page by page; call it after each join. What fails is asked for again by the next join. */
  async list(): Promise<void> {
    this.#listing += 1;
    const mine = this.#listing;
    const people = new Map<string, RosterPerson>();
    // What changes meanwhile is told to the map that is shown from here on.
    this.#people = people;
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await this.#connection.ask('roster', cursor === undefined ? {} : { cursor });
      if (mine !== this.#listing) return;
      for (const person of page.people) people.set(person.userId, person);
      this.store.invalidate();
      cursor = page.nextCursor;
    }
  }
}
