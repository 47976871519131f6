/** The programs that the user wants first: favourites, and those of recent sessions. Stored on this device. */

import { BehaviorSubject } from 'rxjs';
import { array, maxLength, object, pipe, string } from 'valibot';
import type { SessionView } from '../../session/view.ts';
import type { Value } from '../../store/table.ts';
import { type AtHand, nothingAtHand } from '../../ui/settings/program-groups.ts';

/** Maximum number of favourites, and of recent programs. */
const MOST = 30;

const ids = pipe(array(string()), maxLength(MOST));

export const atHandValue = {
  table: 'settings',
  key: 'atHand',
  version: 1,
  schema: object({ favourites: ids, recent: ids }),
} as const;

const first = (id: string, list: readonly string[]): readonly string[] =>
  [id, ...list.filter((other) => other !== id)].slice(0, MOST);

export class KeptAtHand {
  readonly now = new BehaviorSubject<AtHand>(nothingAtHand);
  readonly #load: () => Promise<Value<AtHand>>;
  #ran = false;

  /** @param load opens storage; if that fails, favourites last as long as the page */
  constructor(load: () => Promise<Value<AtHand>>) {
    this.#load = load;
    load()
      .then((value) => value.get())
      .then(
        (found) => {
          if (found.kind === 'found' && this.now.value === nothingAtHand) this.now.next(found.row);
        },
        () => undefined,
      );
  }

  favour(id: string, liked: boolean): void {
    const { favourites } = this.now.value;
    this.#change({ favourites: liked ? first(id, favourites) : favourites.filter((other) => other !== id) });
  }

  /** Call with each view: remembers the program of a session that has ended. */
  seen({ phase, program }: Pick<SessionView, 'phase' | 'program'>): void {
    if (phase === 'running') this.#ran = true;
    if (phase !== 'ended' || !this.#ran) return;
    this.#ran = false;
    this.#change({ recent: first(program.id, this.now.value.recent) });
  }

  #change(more: Partial<AtHand>): void {
    const next = { ...this.now.value, ...more };
    this.now.next(next);
    this.#load().then(
      (value) => void value.put(next),
      () => undefined,
    );
  }
}
