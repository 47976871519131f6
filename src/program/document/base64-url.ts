/** Encodes a text as base64url of its UTF-8, decodes it, and finds it behind the `#` of a web address. */

export function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Null if the text is not base64url, or its bytes are not UTF-8. */
export function fromBase64Url(text: string): string | null {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (each) => each.charCodeAt(0)),
    );
  } catch {
    return null;
  }
}

/** What follows `key=` behind the `#` of an address, up to the next "&"; null if the key is not there. */
export function valueInFragment(href: string, key: string): string | null {
  const hash = href.indexOf('#');
  if (hash < 0) return null;
  return new RegExp(`[#&]${key}=([^&]*)`).exec(href.slice(hash))?.[1] ?? null;
}
