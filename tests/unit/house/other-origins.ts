/** Addresses that name an XML namespace. No browser loads them. */
const namespaces = /^https?:\/\/www\.w3\.org\/(1999|2000)\//;

/**
 * Finds the addresses of other origins in a built file (JavaScript, CSS or HTML): absolute ones (`scheme://host`) and those without a
 * scheme (`//host` at the start of a string or in url()). Leaves out comments. Two slashes begin a comment only at the start of a line or
 * after white space, and before a space, so that the slashes of an address do not.
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
