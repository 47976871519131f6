/** What is wrong with a text or link that should hold a program, as data. */

import type { Range } from '../ranges.ts';

/** A place in a document, from the outside in: keys of objects, and indices of lists, which count from 0. */
export type Path = readonly (string | number)[];

/** The value that was found instead of the expected one. Texts from outside are excerpts (excerpt.ts). */
export type Found =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'null' | 'list' | 'group' }
  | { readonly is: 'other'; readonly text: string };

/** Places of a document that need a sentence of their own, because no range or list of words says what belongs there. */
export type Form =
  | 'program'
  | 'schemaKey'
  | 'shape'
  | 'part'
  | 'pattern'
  | 'patternId'
  | 'patternIdLength'
  | 'pulse'
  | 'list'
  | 'section'
  | 'sectionParts'
  | 'sectionPart'
  | 'sectionPartOnce'
  | 'set'
  | 'setZones'
  | 'setLayout'
  | 'zone'
  | 'zones'
  | 'quotes'
  | 'yesOrNo';

export type Expected =
  /** A figure in the unit that its key names: pressures are in mmHg, whatever unit the screen uses. */
  | { readonly is: 'figure'; readonly range: Range }
  | { readonly is: 'line'; readonly most: number }
  | { readonly is: 'oneOf'; readonly words: readonly string[] }
  | { readonly is: 'exactly'; readonly value: string | number }
  | { readonly is: 'atMost'; readonly most: number; readonly of: 'sections' | 'zones' }
  | { readonly is: 'atLeast'; readonly least: number; readonly of: 'zones' }
  | { readonly is: 'form'; readonly form: Form };

export type JsonProblem =
  | { readonly kind: 'documentEmpty' }
  | { readonly kind: 'documentTooLong'; readonly length: number; readonly most: number }
  | { readonly kind: 'webPage' }
  /** The text does not start with {. */
  | { readonly kind: 'noBrace' }
  | { readonly kind: 'tooDeep'; readonly most: number }
  | { readonly kind: 'jsonCutOff' }
  /** Lines and columns count from 1. `near`: the text at that place; null if nothing of it is visible. */
  | {
      readonly kind: 'jsonWrong';
      readonly line: number;
      readonly column: number;
      readonly near: string | null;
    }
  /** The text is not JSON, but the place of the fault is not known. */
  | { readonly kind: 'notJson' }
  | { readonly kind: 'keyTwice'; readonly key: string }
  | { readonly kind: 'crowded'; readonly entries: number; readonly most: number };

export type DocumentProblem =
  | JsonProblem
  | { readonly kind: 'linkTooLong' }
  | { readonly kind: 'linkDamaged' }
  | { readonly kind: 'notAProgram' }
  | { readonly kind: 'formatMissing'; readonly format: string }
  /** `found`: the format that the document names; null if that is not a text. */
  | { readonly kind: 'formatOther'; readonly format: string; readonly found: string | null }
  | { readonly kind: 'versionMissing'; readonly version: number }
  | { readonly kind: 'versionNewer'; readonly version: number; readonly found: number }
  | { readonly kind: 'missing'; readonly path: Path; readonly expected: Expected | null }
  /** `near`: the key that the author probably meant; null if none is close. */
  | { readonly kind: 'keyUnknown'; readonly path: Path; readonly near: string | null }
  | { readonly kind: 'keysUnknown'; readonly path: Path; readonly more: number }
  /** A word that is not one of those allowed. `near`: the word that the author probably meant; null if none is close. */
  | {
      readonly kind: 'wordUnknown';
      readonly path: Path;
      readonly word: string;
      readonly near: string | null;
      readonly expected: Expected | null;
    }
  | {
      readonly kind: 'textWrong';
      readonly path: Path;
      readonly text: string;
      readonly expected: Expected | null;
    }
  | {
      readonly kind: 'valueWrong';
      readonly path: Path;
      readonly found: Found;
      readonly expected: Expected | null;
    }
  | { readonly kind: 'moreWrong'; readonly more: number };
