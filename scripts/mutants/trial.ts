/** What the test runner asks of the resident tests, and what they answer. */

export const CHANNEL = 'mutants';

export interface Question {
  readonly mutant: string;
  /** Paths and full names of the tests that run its code. */
  readonly tests: readonly string[];
  /** More runs of the mutated code than this are an endless loop. */
  readonly hitLimit: number | undefined;
}

export type Answer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'killed';
      readonly test: string;
      readonly message: string;
      /** Tests that were run. */
      readonly count: number;
    }
  | { readonly kind: 'survived'; readonly count: number }
  | { readonly kind: 'hung'; readonly test: string }
  /** The tests have to be loaded anew to know. */
  | { readonly kind: 'unclear'; readonly why: string };
