/** Random numbers from the browser's cryptographic generator. Runs that must be repeatable pass a seeded function instead. */

/** Returns a number in [0, 1). */
export const platformRandom = (): number => {
  const [word] = crypto.getRandomValues(new Uint32Array(1));
  return (word ?? 0) / 2 ** 32;
};
