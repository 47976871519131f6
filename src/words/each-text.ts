/** Changes every text of a language in the same way: of its fixed texts, and of what its functions return. */

type Change = (text: string) => string;
type Said = (...of: readonly unknown[]) => unknown;

const none: ReadonlySet<string> = new Set();

function changed(value: unknown, change: Change, leave: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'function') {
    const say = value as Said;
    return (...of: readonly unknown[]) => changed(say(...of), change, leave);
  }
  if (Array.isArray(value)) return value.map((each: unknown) => changed(each, change, leave));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => [
      key,
      leave.has(key) ? part : changed(part, change, leave),
    ]),
  );
}

/** @param leave keys whose values stay as they are */
export const eachText = <W>(words: W, change: Change, leave: ReadonlySet<string> = none): W =>
  changed(words, change, leave) as W;
