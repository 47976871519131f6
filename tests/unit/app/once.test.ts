import { expect, it } from 'vitest';
import { once } from '../../../src/app/once.ts';

it('`once` loads once, and again after a failure', async () => {
  let loads = 0;
  const load = once(async () => {
    loads += 1;
    if (loads === 1) throw new Error('offline');
    return loads;
  });
  await expect(load()).rejects.toThrow('offline');
  expect(await Promise.all([load(), load()])).toEqual([2, 2]);
});
