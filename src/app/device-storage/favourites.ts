/** Stores the programs that the list shows first: the user's favourites, and those of recent sessions. */

import { BehaviorSubject } from 'rxjs';
import { array, maxLength, object, pipe, string } from 'valibot';
import type { SessionView } from '../../session/view.ts';
import type { Value } from '../../store/table.ts';
import { type FavouritesAndRecent, noFavourites } from '../../ui/settings/program-groups.ts';

/** Most favourites that are stored; also most recent programs. */
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

export class StoredFavourites {
  readonly now = new BehaviorSubject<FavouritesAndRecent>(noFavourites);
  readonly #load: () => Promise<Value<FavouritesAndRecent>>;
  #ran = false;

  /** @param load opens storage; if it fails, both lists last as long as the page */
  constructor(load: () => Promise<Value<FavouritesAndRecent>>) {
    this.#load = load;
    load()
      .then((value) => value.get())
      .then(
        (found) => {
          if (found.kind === 'found' && this.now.value === noFavourites) this.now.next(found.row);
        },
        () => undefined,
      );
  }

  setFavourite(id: string, liked: boolean): void {
    const { favourites } = this.now.value;
    this.#change({
      favourites: liked ? withFirst(id, favourites) : favourites.filter((other) => other !== id),
    });
  }

  /** Call with each view. When a session has ended, puts its program first among the recent ones. */
  onView({ phase, program }: Pick<SessionView, 'phase' | 'program'>): void {
    if (phase === 'running') this.#ran = true;
    if (phase !== 'ended' || !this.#ran) return;
    this.#ran = false;
    this.#change({ recent: withFirst(program.id, this.now.value.recent) });
  }

  #change(more: Partial<FavouritesAndRecent>): void {
    const next = { ...this.now.value, ...more };
    this.now.next(next);
    this.#load().then(
      (value) => void value.put(next),
      () => undefined,
    );
  }
}
