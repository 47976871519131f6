/** Programs as links. The whole program stands behind the `#`, which browsers do not send to a server. */

import { fromBase64Url, toBase64Url, valueInFragment } from './document/base64-url.ts';
import { LONGEST_TEXT } from './document/json-text.ts';
import { compactText, type DocumentRead, readDocument } from './document.ts';
import type { ProgramProblem } from './problem.ts';
import type { Program } from './program.ts';

const LINK_KEY = 'program';
/** The most characters of base64url that a program text can take: four for each of its characters. */
const LONGEST_LINK_TEXT = 4 * LONGEST_TEXT;

const refused = (kind: 'linkTooLong' | 'linkDamaged'): DocumentRead => ({ ok: false, problems: [{ kind }] });

/** @param page address of the page; anything after a # is replaced */
export const linkTo = (program: Program, page: string): string =>
  `${page.split('#', 1)[0]}#${LINK_KEY}=${toBase64Url(compactText(program))}`;

/** The program in a link, checked like a file; null if the link has none. */
export function programInLink(href: string): DocumentRead | null {
  const carried = valueInFragment(href, LINK_KEY);
  if (carried === null) return null;
  if (carried.length > LONGEST_LINK_TEXT) return refused('linkTooLong');
  const text = fromBase64Url(carried);
  if (text === null || text === '') return refused('linkDamaged');
  const read = readDocument(text);
  return read.ok || !read.problems.some(({ kind }) => damagedLinkKinds.includes(kind))
    ? read
    : refused('linkDamaged');
}

/** Problems that are reported as a damaged link. Nobody writes links by hand, so the line and column of a fault would not help. */
const damagedLinkKinds: readonly ProgramProblem['kind'][] = [
  'documentEmpty',
  'documentTooLong',
  'webPage',
  'noBrace',
  'tooDeep',
  'jsonCutOff',
  'jsonWrong',
  'notJson',
  'crowded',
  'notAProgram',
];
