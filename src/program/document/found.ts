/** Prepares values and keys from outside for the screen. */

import type { BaseIssue } from 'valibot';
import { excerpt } from './excerpt.ts';
import type { Found, Path } from './problem.ts';

export function foundIn(value: unknown): Found {
  if (typeof value === 'string') return { is: 'text', text: excerpt(value) };
  if (typeof value === 'number') return { is: 'number', value };
  if (value === null) return { is: 'null' };
  if (Array.isArray(value)) return { is: 'list' };
  return typeof value === 'object' ? { is: 'group' } : { is: 'other', text: String(value) };
}

export const pathOf = ({ path }: BaseIssue<unknown>): Path =>
  (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

export const shownPath = (path: Path): Path =>
  path.map((key) => (typeof key === 'number' ? key : excerpt(key)));
