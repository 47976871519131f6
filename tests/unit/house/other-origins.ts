/** Finds addresses of other origins in a built file (JavaScript, CSS or HTML). */

/** Names, not locations: nothing is fetched from a namespace. */
const namespaces = /^https?:\/\/www\.w3\.org\/(1999|2000)\//;

/**
 * Every absolute (`scheme://host`) or scheme-relative (`//host` as a whole string or in url()) address in a text,
 * comments left out. A comment is assumed to begin with a slash and a star, or with two slashes after white space, so
 * that the slashes of an address in a string are never mistaken for one.
 */
export function otherOrigins(text: string): readonly string[] {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/ .*$/gm, '$1')
    .replace(/<!--[\s\S]*?-->/g, '');
  const absolute = code.match(/\b(?:https?|wss?):\/\/[^\s"'`)<>\\]*/g) ?? [];
  const relative = [...code.matchAll(/(?:["'`]|url\()(\/\/[\w-]+\.[^\s"'`)<>\\]*)/g)].map(
    ([, address]) => address ?? '',
  );
  return [...absolute, ...relative].filter((address) => !namespaces.test(address));
}
