/** Applies a change to each text of a value: to strings, and to what its functions return, in objects and lists too. */

type Change = (text: string) => string;
type TextFunction = (...of: readonly unknown[]) => unknown;

/** Whether a value is an id and not a text, so that the change must leave it as it is. */
type IsKept = (key: string, value: unknown) => boolean;

function changeTexts(value: unknown, change: Change, leaves: IsKept): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'function') {
    const say = value as TextFunction;
    return (...of: readonly unknown[]) => changeTexts(say(...of), change, leaves);
  }
  if (Array.isArray(value)) return value.map((each: unknown) => changeTexts(each, change, leaves));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => [
      key,
      leaves(key, part) ? part : changeTexts(part, change, leaves),
    ]),
  );
}

export const mapTexts = <W>(words: W, change: Change, leaves: IsKept = () => false): W =>
  changeTexts(words, change, leaves) as W;
