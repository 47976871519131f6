/** Programs as links: the whole program stands after the `#`, which browsers do not send to a server. */

import { carriedIn, fromBase64Url, toBase64Url } from './document/base64-url.ts';
import { MOST_CHARACTERS } from './document/json-text.ts';
import { compactText, type DocumentRead, readDocument } from './document.ts';
import type { ProgramProblem } from './problem.ts';
import type { Program } from './program.ts';

const KEY = 'program';
/** Length of the longest text, in base64 of UTF-8. */
const MOST_IN_LINK = 4 * MOST_CHARACTERS;

const refused = (kind: 'linkTooLong' | 'linkDamaged'): DocumentRead => ({ ok: false, problems: [{ kind }] });

/** @param page address of the page; anything after a # is replaced */
export const linkTo = (program: Program, page: string): string =>
  `${page.split('#', 1)[0]}#${KEY}=${toBase64Url(compactText(program))}`;

/** The program a link carries, checked like a file; null where it carries none. */
export function programInLink(href: string): DocumentRead | null {
  const carried = carriedIn(href, KEY);
  if (carried === null) return null;
  if (carried.length > MOST_IN_LINK) return refused('linkTooLong');
  const text = fromBase64Url(carried);
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
