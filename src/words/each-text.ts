/** Changes every text of a language in the same way: of its fixed texts, and of what its functions return. */

type Change = (text: string) => string;
type Said = (...of: readonly unknown[]) => unknown;

/** Whether a value stays as it is: one that is no text, such as an id. */
type Leaves = (key: string, value: unknown) => boolean;

function changed(value: unknown, change: Change, leaves: Leaves): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'function') {
    const say = value as Said;
    return (...of: readonly unknown[]) => changed(say(...of), change, leaves);
  }
  if (Array.isArray(value)) return value.map((each: unknown) => changed(each, change, leaves));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => [
      key,
      leaves(key, part) ? part : changed(part, change, leaves),
    ]),
  );
}

export const eachText = <W>(words: W, change: Change, leaves: Leaves = () => false): W =>
  changed(words, change, leaves) as W;
