/** Applies a change to the texts of a language: to its fixed texts, and to those that its functions return. */

type Change = (text: string) => string;
type TextFunction = (...of: readonly unknown[]) => unknown;

/** Says whether a value is an id, which a change must leave as it is. */
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
