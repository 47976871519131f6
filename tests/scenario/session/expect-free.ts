import { expect } from 'vitest';
import type { SessionRig } from './rig.ts';

/** Expects all zones to be below 20 mmHg in 7 s from now (PROTOCOL.md 8, limit 15). */
export async function expectFree(rig: SessionRig): Promise<void> {
  await rig.pass(7);
  expect(rig.highest).toBeLessThan(20);
}
