/** Returns a number from 0 up to, but not including, 1, from the browser's cryptographic generator. */
export const platformRandom = (): number => {
  const [word] = crypto.getRandomValues(new Uint32Array(1));
  return (word ?? 0) / 2 ** 32;
};
