/** Addresses that name an XML namespace. Nobody fetches them. */
const namespaces = /^https?:\/\/www\.w3\.org\/(1999|2000)\//;

/**
 * Finds the addresses of other origins in a built file (JavaScript, CSS or HTML): absolute ones
 * (`scheme://host`) and scheme-relative ones (`//host`, as a whole string or in url()). Leaves out comments.
 * Two slashes count as a comment after white space alone, so that the slashes of an address in a string do not.
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
