/** Random numbers from the platform, for jitter. Repeatable runs pass a seeded function instead. */

/** In [0, 1). */
export const platformRandom = (): number => {
  const [word] = crypto.getRandomValues(new Uint32Array(1));
  return (word ?? 0) / 2 ** 32;
};
