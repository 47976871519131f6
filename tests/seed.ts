/**
 * What random tests begin from, so that a commit passes or fails the same each time: SEED=7 npm test -- tests/scenario/session-chaos.test.ts
 * tries others, and `npm run soak` many of them.
 */

import fc from 'fast-check';

export const seed = Number(process.env.SEED ?? 20_260_101);

/** How many runs of the longest random tests; RUNS=3000 for more of them. */
export const runs = (usual: number): number => Number(process.env.RUNS ?? usual);

fc.configureGlobal({ seed });
