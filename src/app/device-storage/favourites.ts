/** Stores the programs that the program list shows first: the user's favourites, and those of recent sessions. */

import { BehaviorSubject } from 'rxjs';
import { array, maxLength, object, pipe, string } from 'valibot';
import type { SessionView } from '../../session/view.ts';
import { changeValue } from '../../store/change-value.ts';
import type { RowFound, Value } from '../../store/table.ts';
import {
  type FavouritesAndRecent,
  type FavouritesShown,
  noFavourites,
} from '../../ui/settings/program-groups.ts';

export const MOST_PROGRAMS = 30;

const ids = pipe(array(string()), maxLength(MOST_PROGRAMS));

export const favouritesValue = {
  table: 'settings',
  key: 'atHand',
  version: 1,
  schema: object({ favourites: ids, recent: ids }),
} as const;

const withFirst = (id: string, list: readonly string[]): readonly string[] =>
  [id, ...list.filter((other) => other !== id)].slice(0, MOST_PROGRAMS);

const nothing: FavouritesAndRecent = { favourites: [], recent: [] };

type Change = (before: FavouritesAndRecent) => FavouritesAndRecent;

export class StoredFavourites {
  /** The lists as stored, also by other tabs, with the changes of this page that are not stored yet. */
  readonly now = new BehaviorSubject<FavouritesShown>(noFavourites);
  readonly #load: () => Promise<Value<FavouritesAndRecent>>;
  /** Changes of this page, oldest first, that are not stored yet. If storage fails, they last as long as the page. */
  #unstored: readonly Change[] = [];
  #ran = false;

  /** @param load opens storage; if it fails, both lists last as long as the page */
  constructor(load: () => Promise<Value<FavouritesAndRecent>>) {
    this.#load = load;
    load()
      .then((value) => value.watch().subscribe((found) => this.#onStored(found)))
      .catch(() => undefined);
  }

  showIn(page: { favourites: FavouritesShown }): void {
    this.now.subscribe((now) => {
      page.favourites = now;
    });
  }

  setFavourite(id: string, liked: boolean): void {
    this.#change(({ favourites, recent }) => ({
      favourites: liked ? withFirst(id, favourites) : favourites.filter((other) => other !== id),
      recent,
    }));
  }

  follow(from: string, to: string): void {
    const followed = (ids: readonly string[]): readonly string[] =>
      ids.includes(from) ? [...new Set(ids.map((id) => (id === from ? to : id)))] : ids;
    this.#change((before) => ({ favourites: followed(before.favourites), recent: followed(before.recent) }));
  }

  /** Call with each view. When a session that this page has seen running ends, puts its program first among the recent ones. */
  onView({ phase, program: { id } }: Pick<SessionView, 'phase' | 'program'>): void {
    if (phase === 'running') this.#ran = true;
    if (phase !== 'ended' || !this.#ran) return;
    this.#ran = false;
    this.#change(({ favourites, recent }) => ({ favourites, recent: withFirst(id, recent) }));
  }

  /** @param change must give the same result whether it is made once or twice, because storage may be read after it was written */
  #change(change: Change): void {
    this.#unstored = [...this.#unstored, change];
    const { isRead, ...lists } = this.now.value;
    this.now.next({ ...change(lists), isRead });
    this.#load()
      .then((value) => changeValue(value, (stored) => change(stored ?? nothing)))
      .then(({ kind }) => {
        if (kind === 'kept') this.#unstored = this.#unstored.filter((other) => other !== change);
      })
      .catch(() => undefined);
  }

  #onStored(found: RowFound<FavouritesAndRecent>): void {
    const stored: FavouritesAndRecent = found.kind === 'found' ? found.row : nothing;
    const lists = this.#unstored.reduce((before, change) => change(before), stored);
    this.now.next({ ...lists, isRead: true });
  }
}
