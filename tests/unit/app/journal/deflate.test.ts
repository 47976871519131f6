import { describe, expect, it } from 'vitest';
import { deflated, inflated } from '../../../../src/app/journal/deflate.ts';

describe('deflated bytes', () => {
  it('are inflated to the original bytes', async () => {
    const bytes = new Uint8Array(100_000).map((_, at) => at % 7);
    const small = await deflated(bytes);
    expect(small.length).toBeLessThan(2000);
    expect(await inflated(small)).toEqual(bytes);
  });

  it('are refused if they are damaged, or would inflate without limit', async () => {
    expect(await inflated(new Uint8Array([1, 2, 3]))).toBeNull();
    expect(await inflated(await deflated(new Uint8Array(5 * 1024 * 1024)))).toBeNull();
  });
});
