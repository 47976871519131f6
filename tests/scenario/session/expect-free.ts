import { expect } from 'vitest';
import type { SessionRig } from './rig.ts';

/** Expects the legs to be free within 7 s of the stop. */
export async function expectFree(rig: SessionRig): Promise<void> {
  await rig.pass(7);
  expect(rig.highest).toBeLessThan(20);
}
