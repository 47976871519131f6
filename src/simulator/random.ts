/** Reproducible randomness: the same seed gives the same run. */

/**
 * Uniform numbers in [0, 1) with a resolution of 32 bits and a period of 2³² (Tommy Ettinger's mulberry32).
 * @param seed any number; only its low 32 bits count
 */
export function seededRandom(seed: number): () => number {
  // A signed number, because V8 allocates memory for each unsigned one from 2³¹ on.
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One draw from the standard normal distribution (Box-Muller). Takes two numbers from `random`, which is uniform in [0, 1). */
export function normal(random: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
