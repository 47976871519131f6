/** Programs as links: the whole program stands after the `#`, which browsers do not send to a server. */

import { MOST_CHARACTERS } from './document/json-text.ts';
import { compactText, type DocumentRead, readDocument } from './document.ts';
import type { ProgramProblem } from './problem.ts';
import type { Program } from './program.ts';

const KEY = 'program';
/** Length of the longest text, in base64 of UTF-8. */
const MOST_IN_LINK = 4 * MOST_CHARACTERS;

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Null where the text is not base64, or its bytes are not UTF-8. */
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

const refused = (kind: 'linkTooLong' | 'linkDamaged'): DocumentRead => ({ ok: false, problems: [{ kind }] });

/** @param page address of the page; anything after a # is replaced */
export const linkTo = (program: Program, page: string): string =>
  `${page.split('#', 1)[0]}#${KEY}=${toBase64Url(compactText(program))}`;

/** The program a link carries, checked like a file; null where it carries none. */
export function programInLink(href: string): DocumentRead | null {
  const hash = href.indexOf('#');
  if (hash < 0) return null;
  const carried = href.indexOf(`${KEY}=`, hash + 1);
  if (carried < 0 || !/[#&]/.test(href.charAt(carried - 1))) return null;
  const from = carried + KEY.length + 1;
  const until = href.indexOf('&', from);
  const length = (until < 0 ? href.length : until) - from;
  if (length > MOST_IN_LINK) return refused('linkTooLong');
  const text = fromBase64Url(href.slice(from, from + length));
  if (text === null || text === '') return refused('linkDamaged');
  const read = readDocument(text);
  return read.ok || !read.problems.some(({ kind }) => notAnObject.includes(kind))
    ? read
    : refused('linkDamaged');
}

/** Reported as a damaged link: nobody writes links by hand, so the place where the JSON breaks would tell a person nothing. */
const notAnObject: readonly ProgramProblem['kind'][] = [
  'documentEmpty',
  'documentTooLong',
  'webPage',
  'jsonCutOff',
  'jsonWrong',
  'notJson',
  'crowded',
  'notAProgram',
];
