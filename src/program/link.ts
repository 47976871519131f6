/** Programs as links: the whole program stands behind the #, which browsers keep to themselves. */

import { MOST_CHARACTERS } from './document/json-text.ts';
import { compactText, type DocumentRead, readDocument } from './document.ts';
import type { Program } from './program.ts';

const KEY = 'program';
/** Of a text of the most characters, in base64 of UTF-8. */
const MOST_IN_LINK = 4 * MOST_CHARACTERS;

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Null where it is none, or what it carries is no UTF-8. */
function fromBase64Url(text: string): string | null {
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

const refused = (reason: string, suggestion: string): DocumentRead => ({
  ok: false,
  problems: [{ place: 'link', reason, suggestion }],
});

/** @param page address of the page; what it has behind a # gives way */
export const linkTo = (program: Program, page: string): string =>
  `${page.split('#', 1)[0]}#${KEY}=${toBase64Url(compactText(program))}`;

/** The program a link carries, checked as a file is; null where it carries none. */
export function programInLink(href: string): DocumentRead | null {
  const hash = href.indexOf('#');
  if (hash < 0) return null;
  const carried = href.indexOf(`${KEY}=`, hash + 1);
  if (carried < 0 || !/[#&]/.test(href.charAt(carried - 1))) return null;
  const from = carried + KEY.length + 1;
  const until = href.indexOf('&', from);
  const length = (until < 0 ? href.length : until) - from;
  if (length > MOST_IN_LINK) {
    return refused('It is far too long for a program.', 'Ask for it again, or for a file.');
  }
  const text = fromBase64Url(href.slice(from, from + length));
  const damaged = refused(
    'It was cut off or changed on its way.',
    'Copy the whole link, or ask for it again.',
  );
  if (text === null || text === '') return damaged;
  const read = readDocument(text);
  return read.ok || !isBroken(read.problems[0]?.place ?? '') ? read : damaged;
}

/** Places of a text that is no JSON: nobody has written a link by hand, so lines and columns of it say nothing. */
const isBroken = (place: string): boolean => place === 'program' || place.startsWith('line ');
