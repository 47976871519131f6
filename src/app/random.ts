/** Chance from the platform, for jitter. Where a run must be repeatable a seeded one is passed instead. */

/** In [0, 1). */
export const platformRandom = (): number => {
  const [word] = crypto.getRandomValues(new Uint32Array(1));
  return (word ?? 0) / 2 ** 32;
};
