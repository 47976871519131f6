/** A plan as a link. The document stands after the `#`, in the part of an address that browsers do not send to a server. */

import { fromBase64Url, toBase64Url, valueInFragment } from '../program/document/base64-url.ts';
import type { PlanProblem } from './document/problem.ts';
import { compactPlan, MOST_CHARACTERS, type PlanRead, readPlan } from './document.ts';
import type { PlanRequest } from './plan-request.ts';

const LINK_KEY = 'plan';
/** Most characters of a plan in a link. The longest document, in UTF-8 and then in base64, is no longer. */
const MOST_IN_LINK = 4 * MOST_CHARACTERS;

/** @param page address of the page; anything after a # is replaced */
export const planLink = (request: PlanRequest, page: string): string =>
  `${page.split('#', 1)[0]}#${LINK_KEY}=${toBase64Url(compactPlan(request))}`;

/** A link with one of these problems counts as damaged, and the details are left out, because nobody writes links by hand. */
const notAPlan: ReadonlySet<PlanProblem['kind']> = new Set<PlanProblem['kind']>([
  'documentEmpty',
  'documentTooLong',
  'webPage',
  'noBrace',
  'tooDeep',
  'jsonCutOff',
  'jsonWrong',
  'notJson',
  'crowded',
  'notAPlan',
]);

const refused = (kind: 'linkTooLong' | 'linkDamaged'): PlanRead => ({ ok: false, problems: [{ kind }] });

/** The plan in a link, checked like a file; null if the link has no plan. */
export function planInLink(href: string): PlanRead | null {
  const carried = valueInFragment(href, LINK_KEY);
  if (carried === null) return null;
  if (carried.length > MOST_IN_LINK) return refused('linkTooLong');
  const text = fromBase64Url(carried);
  if (text === null || text === '') return refused('linkDamaged');
  const read = readPlan(text);
  return read.ok || !read.problems.some(({ kind }) => notAPlan.has(kind)) ? read : refused('linkDamaged');
}
