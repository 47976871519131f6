/** Results of a pure function, remembered for as long as somebody holds what they were made from. */

interface Branch<T> {
  readonly branches: WeakMap<object, Branch<T>>;
  readonly results: Map<string, T>;
}

const branch = <T>(): Branch<T> => ({ branches: new WeakMap(), results: new Map() });

export class Remembered<T> {
  readonly #root: Branch<T> = branch();

  /**
   * @param sources what the result is made from, compared by identity; never changed once used here
   * @param key the rest of what it is made from
   */
  of(sources: readonly object[], key: string, make: () => T): T {
    let at = this.#root;
    for (const source of sources) {
      const next: Branch<T> = at.branches.get(source) ?? branch();
      at.branches.set(source, next);
      at = next;
    }
    const known = at.results.get(key);
    if (known !== undefined) return known;
    const made = make();
    at.results.set(key, made);
    return made;
  }
}
