/** Text in an address: base64 of its UTF-8, with the characters that addresses allow. */

export function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Null where it is not base64, or does not carry UTF-8. */
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

/** What follows `key=` in the fragment of an address, up to the next "&"; null where there is none. */
export function carriedIn(href: string, key: string): string | null {
  const hash = href.indexOf('#');
  if (hash < 0) return null;
  const carried = href.indexOf(`${key}=`, hash + 1);
  if (carried < 0 || !/[#&]/.test(href.charAt(carried - 1))) return null;
  const from = carried + key.length + 1;
  const until = href.indexOf('&', from);
  return href.slice(from, until < 0 ? href.length : until);
}
