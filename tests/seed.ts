/**
 * The fixed seed of all random tests, so that a commit passes or fails the same way each time. To try another:
 * SEED=7 npm test -- tests/scenario/session/chaos.test.ts; to try many: `npm run soak`.
 */

import fc from 'fast-check';

export const seed = Number(process.env.SEED ?? 20_260_101);

/**
 * How often the longest random tests run: `usual` times in `npm test`, `proof` times with PROOF=1 (set by `npm run
 * prove`), and any other number with, say, RUNS=3000.
 */
export const runs = (usual: number, proof = usual): number =>
  Number(process.env.RUNS ?? (process.env.PROOF === '1' ? proof : usual));

/** One in `n` of these cases in `npm test`, all of them with PROOF=1. */
export const oneIn = <T>(n: number, cases: readonly T[]): readonly T[] =>
  cases.filter((_, index) => index % runs(n, 1) === 0);

fc.configureGlobal({ seed });
