/**
 * Measures what a page holds in memory: bytes of its heap after garbage collection, RxJS subscriptions, event
 * listeners and nodes.
 */

import type { CDPSession } from 'playwright';

export interface Held {
  /** Time of the measurement, s of this process's performance.now(). */
  readonly at: number;
  readonly bytes: number;
  readonly subscriptions: number;
  readonly listeners: number;
  readonly nodes: number;
}

/**
 * Runs in the page with a list of all its objects, and counts open RxJS subscriptions: those have a field
 * `_finalizers`.
 */
const countOpen = `function () {
  let open = 0;
  for (const one of this) {
    try {
      if (Object.hasOwn(one, '_finalizers') && one.closed === false) open++;
    } catch {}
  }
  return open;
}`;

async function openSubscriptions(session: CDPSession): Promise<number> {
  const group = { objectGroup: 'held' };
  const { result: prototype } = await session.send('Runtime.evaluate', {
    expression: 'Object.prototype',
    ...group,
  });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId ?? '',
    ...group,
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: countOpen,
    objectId: objects.objectId ?? '',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', group);
  return Number(result.value);
}

export async function heldBy(session: CDPSession): Promise<Held> {
  await session.send('Performance.enable');
  const subscriptions = await openSubscriptions(session);
  // Twice: the second collection frees what the first has finalized.
  for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    at: performance.now() / 1000,
    bytes: metric('JSHeapUsedSize'),
    subscriptions,
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
  };
}

/** The least-squares slope over time of a measured value, in the value's unit per hour. */
export function slopePerHour(measured: readonly Held[], of: (held: Held) => number): number {
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const at = mean(measured.map((held) => held.at));
  const value = mean(measured.map(of));
  const both = measured.reduce((sum, held) => sum + (held.at - at) * (of(held) - value), 0);
  const square = measured.reduce((sum, held) => sum + (held.at - at) ** 2, 0);
  return (both / square) * 3600;
}
