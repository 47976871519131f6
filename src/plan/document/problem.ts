/** What is wrong with a plan from outside: kinds and figures. Words: words/en/plan/problems.ts. */

/** What belongs in a place of a document. */
export const expectations = [
  'plan',
  'format',
  'version',
  'event',
  'eventKind',
  'wallTime',
  'zone',
  'course',
  'distance',
  'temperature',
  'person',
  'tools',
  'pressure',
  'reports',
  'report',
  'reportKind',
  'soreness',
  'girth',
  'step',
  'sessionMinutes',
  'sessionPeak',
  'sessionDose',
  'sign',
  'nothing',
] as const;
export type Expected = (typeof expectations)[number];

/** Keys and places in lists from 0, the outermost first; empty = the whole document. */
export type Place = readonly (string | number)[];

/** Texts from outside are short, in quotation marks, and have nothing in them that cannot be seen. */
export type DocumentProblem =
  | { readonly kind: 'tooLong'; readonly characters: number; readonly most: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'webPage' }
  | { readonly kind: 'brokenOff' }
  /** Counted from 1; `near` what stands there. */
  | { readonly kind: 'notJson'; readonly line: number; readonly column: number; readonly near: string }
  | { readonly kind: 'twice'; readonly key: string }
  | { readonly kind: 'crowded'; readonly entries: number; readonly most: number }
  /** `says` null: it says nothing of what it is. */
  | { readonly kind: 'notAPlan'; readonly says: string | null }
  | { readonly kind: 'version'; readonly version: number | null; readonly known: number }
  | { readonly kind: 'missing'; readonly place: Place; readonly expected: Expected }
  | { readonly kind: 'unknownKey'; readonly place: Place; readonly near: string | null }
  | { readonly kind: 'wrong'; readonly place: Place; readonly expected: Expected; readonly found: string }
  | { readonly kind: 'more'; readonly problems: number };
