/** Messages between the test runner (resident-runner.mjs) and the tests that it keeps loaded (resident.ts). */

export const CHANNEL = 'mutants';

export interface Question {
  readonly mutant: string;
  /** Ids of the tests that run the mutant's code: path, #, full name. */
  readonly tests: readonly string[];
  /** More runs of the mutated code than this count as an endless loop. */
  readonly hitLimit: number | undefined;
}

export type Answer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'killed';
      readonly test: string;
      readonly message: string;
      readonly count: number;
    }
  | { readonly kind: 'survived'; readonly count: number }
  | { readonly kind: 'hung'; readonly test: string }
  /** The loaded tests cannot judge this mutant. */
  | { readonly kind: 'unclear'; readonly why: string };
