/** Problems of a plan file, as values without sentences (words/en/plan/problems.ts has those). */

import type { DocumentProblem, Found, JsonProblem, Path } from '../../program/document/problem.ts';
import type { Range } from '../../program/ranges.ts';

/** Parts of the format that a range or a list of words cannot describe. */
export type Form = 'plan' | 'event' | 'person' | 'report' | 'wallTime' | 'zone' | 'step';

export type Expected =
  /** `optional`: the number may be left out. */
  | { readonly is: 'figure'; readonly range: Range; readonly optional: boolean }
  | { readonly is: 'oneOf' | 'someOf'; readonly words: readonly string[] }
  | { readonly is: 'exactly'; readonly value: string | number }
  | { readonly is: 'atMost'; readonly most: number; readonly of: 'reports' }
  | { readonly is: 'form'; readonly form: Form }
  | { readonly is: 'nothing' };

export type PlanProblem =
  | JsonProblem
  /** `found`: the format that the file names; null if the file names none. */
  | { readonly kind: 'notAPlan'; readonly found: string | null }
  | { readonly kind: 'missing'; readonly path: Path; readonly expected: Expected }
  | { readonly kind: 'valueWrong'; readonly path: Path; readonly found: Found; readonly expected: Expected }
  | Extract<
      DocumentProblem,
      {
        readonly kind:
          | 'versionMissing'
          | 'versionNewer'
          | 'keyUnknown'
          | 'moreWrong'
          | 'linkTooLong'
          | 'linkDamaged';
      }
    >;
