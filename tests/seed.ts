/**
 * What random tests begin from, so that a commit passes or fails the same each time: SEED=7 npm test -- tests/scenario/session/chaos.test.ts
 * tries others, and `npm run soak` many of them.
 */

import fc from 'fast-check';

export const seed = Number(process.env.SEED ?? 20_260_101);

/**
 * How many runs of the longest random tests: few in `npm test`, which checks; as many as a proof takes with PROOF=1, which
 * `npm run prove` sets; RUNS=3000 for any other number.
 */
export const runs = (usual: number, proof = usual): number =>
  Number(process.env.RUNS ?? (process.env.PROOF === '1' ? proof : usual));

fc.configureGlobal({ seed });
