/** A session in Chromium on two boots, a left and a right one, over the simulated BlueZ. */

import type { Side } from '../../../firmware-protocol/zones.ts';
import { words } from '../../../src/words/in-use.ts';
import { type InReach, switchOn } from '../bluez/boots-on-air.ts';
import { startAir } from '../bluez/on-the-air.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

export interface RunningPair {
  readonly boots: readonly InReach[];
  readonly launched: Launched;
  readonly person: PageDriver;
  end(): Promise<void>;
}

/** Pairs with both boots and starts Post-marathon. @param minutes default: the program's own */
export async function startPair(minutes?: number): Promise<RunningPair> {
  const [air, server] = await Promise.all([startAir(), builtApp().then((folder) => serveFolder(folder))]);
  const boot = (kind: Side, seed: number) => switchOn(air, { kind, seed, name: `long ${kind}` });
  const boots = [boot('left', 1), boot('right', 2)];
  const launched = await launchWithPlaywright({ url: server.url, busAddress: air.busAddress });
  const end = async (): Promise<void> => {
    await launched.end();
    for (const one of boots) one.switchOff();
    await Promise.all([air.end(), server.end()]);
  };
  try {
    const person = new PageDriver(launched.page);
    launched.chooser.pick = 'long left';
    await person.pair();
    launched.chooser.pick = 'long right';
    await person.button(words.other.add('right')).click();
    await person.button(words.other.add('right')).waitFor({ state: 'detached' });
    await person.chooseProgram('Post-marathon');
    if (minutes !== undefined) await person.set(words.session.time, minutes);
    await person.start();
    return { boots, launched, person, end };
  } catch (error) {
    await end();
    throw error;
  }
}
