/**
 * Finds the place at which a text stops being JSON, and keys that occur twice in an object. `JSON.parse` reports the place differently in
 * each browser, or not at all, and never reports keys that occur twice.
 */

export interface JsonScan {
  /** Offset of the first wrong token; the length of the text if it ends too early; null if the text is JSON. */
  readonly fault: number | null;
  readonly repeated: readonly string[];
}

const TOKEN =
  /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)))/uy;
const SPACE = /[ \t\n\r]*/y;

type Expects = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

class Scanner {
  due: Expects = 'value';
  readonly repeated = new Set<string>();
  /** The keys of each object that is still open; null for an open list. */
  readonly #open: (Set<string> | null)[] = [];

  /** @param mark a bracket, colon or comma. @param text a string. @returns whether the token is allowed here */
  take(mark: string | undefined, text: string | undefined): boolean {
    const { due } = this;
    if (mark === undefined) {
      if (due === 'value' || due === 'valueOrEnd') return this.#done();
      return text !== undefined && (due === 'key' || due === 'keyOrEnd') && this.#key(text);
    }
    if (mark === '{' || mark === '[') {
      if (due !== 'value' && due !== 'valueOrEnd') return false;
      this.#open.push(mark === '{' ? new Set() : null);
      this.due = mark === '{' ? 'keyOrEnd' : 'valueOrEnd';
      return true;
    }
    if (mark === ':') return this.#next(due === 'colon', 'value');
    const inside = this.#open.at(-1);
    if (mark === ',') return this.#next(due === 'commaOrEnd', inside ? 'key' : 'value');
    const ends = due === 'commaOrEnd' || due === (inside ? 'keyOrEnd' : 'valueOrEnd');
    if (!ends || inside === undefined || (mark === '}') !== (inside !== null)) return false;
    this.#open.pop();
    return this.#done();
  }

  #next(belongs: boolean, due: Expects): boolean {
    this.due = due;
    return belongs;
  }

  #done(): boolean {
    return this.#next(true, this.#open.length === 0 ? 'nothing' : 'commaOrEnd');
  }

  #key(text: string): boolean {
    const key = String(JSON.parse(text));
    const keys = this.#open.at(-1);
    if (keys?.has(key)) this.repeated.add(key);
    keys?.add(key);
    return this.#next(true, 'colon');
  }
}

/**
 * A quotation mark that is never closed is a fault. If the text ends in the same line, though, it is probably cut off, so its end is the fault.
 */
const faultAt = (text: string, at: number): number =>
  text.charAt(at) === '"' && !/[\n"]/.test(text.slice(at + 1)) ? text.length : at;

export function scanJson(text: string): JsonScan {
  const scan = new Scanner();
  for (let at = 0; ; ) {
    SPACE.lastIndex = at;
    const next = at + (SPACE.exec(text)?.[0].length ?? 0);
    if (next >= text.length) {
      return { fault: scan.due === 'nothing' ? null : text.length, repeated: [...scan.repeated] };
    }
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found || !scan.take(found[1], found[2])) {
      return { fault: faultAt(text, next), repeated: [...scan.repeated] };
    }
    at = TOKEN.lastIndex;
  }
}
