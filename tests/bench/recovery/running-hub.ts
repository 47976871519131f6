/** A session of Post-marathon on a hub in Chromium, over a private D-Bus, that is interrupted and must go on. */

import { type BootsOnAir, startBoots } from '../../browser/bluez/boots-on-air.ts';
import { type Launched, launchWithPlaywright } from '../../browser/chromium/launch.ts';
import { PageDriver } from '../../browser/driving/page-driver.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import type { Progress } from '../figure.ts';
import { until } from '../wait.ts';

export interface RunningHub {
  readonly boots: BootsOnAir;
  readonly launched: Launched;
  readonly person: PageDriver;
}

/** Calls `measure` when the boots squeeze for the first time. Throws if the session is over afterwards. */
export async function withRunningHub<Result>(
  progress: Progress,
  measure: (hub: RunningHub) => Promise<Result>,
): Promise<Result> {
  const [boots, server] = await Promise.all([startBoots(), builtApp().then((folder) => serveFolder(folder))]);
  const launched = await launchWithPlaywright({ url: server.url, busAddress: boots.air.busAddress });
  try {
    const person = new PageDriver(launched.page);
    await person.pair();
    await person.chooseProgram('Post-marathon');
    await person.start();
    progress('waiting for the first wave');
    await until('a wave', () => boots.highestPressure() > 40, 180_000);
    const result = await measure({ boots, launched, person });
    if (boots.status().therapy !== 'running') throw new Error('The session is over.');
    await person.stop();
    return result;
  } finally {
    await launched.end();
    await Promise.all([boots.end(), server.end()]);
  }
}
