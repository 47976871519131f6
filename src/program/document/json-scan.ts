/**
 * Finds the place at which a text stops being JSON, and keys that occur twice in an object. `JSON.parse` reports the place differently in
 * each browser, or not at all, and never reports keys that occur twice.
 */

export interface JsonScan {
  /**
   * Offset of the first wrong token; the length of the text if it ends too early; null if the text is JSON. `tooDeep` and `unknown`: the
   * scan stopped before it came to a fault.
   */
  readonly fault: number | 'tooDeep' | 'unknown' | null;
  /** Up to MOST_REPEATED keys, after which the scan stops. */
  readonly repeated: readonly string[];
}

/** Brackets in brackets of the deepest text that is scanned. Programs, plans and backups stay below 20. */
export const DEEPEST = 64;
const MOST_REPEATED = 5;

const TOKEN =
  /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)))/uy;
const SPACE = /[ \t\n\r]*/y;

type Expects = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

class Scanner {
  due: Expects = 'value';
  readonly repeated = new Set<string>();
  /** The keys of each object that is still open; null for an open list. */
  readonly #open: (Set<string> | null)[] = [];

  get depth(): number {
    return this.#open.length;
  }

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

/** @param most characters that are scanned; where the text is longer, a fault is reported only if it certainly lies before its end */
export function scanJson(whole: string, most = whole.length): JsonScan {
  const text = whole.slice(0, most);
  const isPart = text.length < whole.length;
  const scan = new Scanner();
  const stopped = (fault: JsonScan['fault']): JsonScan => ({ fault, repeated: [...scan.repeated] });
  for (let at = 0; ; ) {
    SPACE.lastIndex = at;
    const next = at + (SPACE.exec(text)?.[0].length ?? 0);
    if (next >= text.length) {
      if (isPart) return stopped('unknown');
      return stopped(scan.due === 'nothing' ? null : text.length);
    }
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    // A text, a word or a number that is wrong here may go on behind the part that is scanned.
    if (!found) return stopped(isPart && /["\w-]/.test(text.charAt(next)) ? 'unknown' : faultAt(text, next));
    if (!scan.take(found[1], found[2])) return stopped(next);
    if (scan.depth > DEEPEST) return stopped('tooDeep');
    if (scan.repeated.size === MOST_REPEATED) return stopped('unknown');
    at = TOKEN.lastIndex;
  }
}
