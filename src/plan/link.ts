/** Plans as links: the whole document stands after the `#`, which browsers do not send to a server. */

import { fromBase64Url, toBase64Url, valueInFragment } from '../program/document/base64-url.ts';
import type { PlanProblem } from './document/problem.ts';
import { compactPlan, MOST_CHARACTERS, type PlanRead, readPlan } from './document.ts';
import type { PlanRequest } from './plan-request.ts';

const LINK_KEY = 'plan';
/** Most characters of the plan in a link: the longest document as base64 of UTF-8. */
const MOST_IN_LINK = 4 * MOST_CHARACTERS;

/** @param page address of the page; anything after a # is replaced */
export const planLink = (request: PlanRequest, page: string): string =>
  `${page.split('#', 1)[0]}#${LINK_KEY}=${toBase64Url(compactPlan(request))}`;

/** Problems of a text that is no plan at all. A link with such a problem counts as damaged, without details, because nobody writes links by hand. */
const notAPlan: ReadonlySet<PlanProblem['kind']> = new Set<PlanProblem['kind']>([
  'documentEmpty',
  'documentTooLong',
  'webPage',
  'jsonCutOff',
  'jsonWrong',
  'notJson',
  'crowded',
  'notAPlan',
]);

const refused = (kind: 'linkTooLong' | 'linkDamaged'): PlanRead => ({ ok: false, problems: [{ kind }] });

/** The plan that a link carries, checked like a file; null if it carries none. */
export function planInLink(href: string): PlanRead | null {
  const carried = valueInFragment(href, LINK_KEY);
  if (carried === null) return null;
  if (carried.length > MOST_IN_LINK) return refused('linkTooLong');
  const text = fromBase64Url(carried);
  if (text === null || text === '') return refused('linkDamaged');
  const read = readPlan(text);
  return read.ok || !read.problems.some(({ kind }) => notAPlan.has(kind)) ? read : refused('linkDamaged');
}
