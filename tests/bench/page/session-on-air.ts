/** A session on a pair of boots. The boots run in this process, so that the page's process runs only the page. */

import type { Launched } from '../../browser/chromium/launch.ts';
import { startPair } from '../../browser/long/running-pair.ts';
import { until } from '../wait.ts';

/** Calls `measure` when both boots squeeze for the first time. */
export async function withSession<Result>(
  progress: (what: string) => void,
  measure: (launched: Launched) => Promise<Result>,
): Promise<Result> {
  const { boots, launched, end } = await startPair();
  try {
    progress('waiting for the first wave');
    await until('a wave', () => boots.every((one) => one.highestPressure() > 40), 180_000);
    return await measure(launched);
  } finally {
    await end();
  }
}
