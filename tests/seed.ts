/**
 * The seed of random tests. It is fixed, so that the same code passes or fails the same way each time. To try another: SEED=7 npm test --
 * tests/scenario/session/chaos.test.ts. To try many: `npm run soak`.
 */

import fc from 'fast-check';

export const seed = Number(process.env.SEED ?? 20_260_101);

/**
 * How often a costly random test runs: `usual` times, or `proof` times with PROOF=1, which `npm run prove`
 * sets. RUNS=3000 overrides both.
 */
export const runs = (usual: number, proof = usual): number =>
  Number(process.env.RUNS ?? (process.env.PROOF === '1' ? proof : usual));

/** Every `n`th case, or each case with PROOF=1. RUNS=3000 overrides both with every 3000th. */
export const oneIn = <T>(n: number, cases: readonly T[]): readonly T[] =>
  cases.filter((_, index) => index % runs(n, 1) === 0);

/** True with PROOF=1: also run the tests that usually only `npm run prove` runs. */
export const isProof = process.env.PROOF === '1';

fc.configureGlobal({ seed });
