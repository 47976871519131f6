/**
 * Starts a session in Chromium over the simulated BlueZ. Tests then reload, crash or hang the page, or break its
 * Bluetooth.
 */

import { expect, onTestFinished } from 'vitest';
import { words } from '../../../../src/words/in-use.ts';
import { type BootsOnAir, startBoots } from '../../bluez/boots-on-air.ts';
import type { RadioOptions } from '../../bluez/radio-options.ts';
import { type Launched, launchWithPlaywright } from '../../chromium/launch.ts';
import { serveFolder } from '../../serving/app-server.ts';
import { builtApp } from '../../serving/built-app.ts';
import { PageDriver } from '../page-driver.ts';

export const soon = { timeout: 120_000, interval: 250 };
/** How long the zones may take to fill for the first time, ms. */
const filling = { timeout: 150_000, interval: 500 };

/** Ends a resource after the test, in reverse order of registration. */
const ending = <Ends extends { end(): Promise<void> }>(one: Ends): Ends => {
  onTestFinished(() => one.end());
  return one;
};

export const left = words.leftBehind({ kind: 'bootsLeft', program: 'Post-marathon' }).title;

interface Paired {
  readonly boots: BootsOnAir;
  readonly launched: Launched;
  readonly person: PageDriver;
}

/** @param features features of Chromium to switch on besides Web Bluetooth */
export async function paired(features: readonly string[] = [], radio: RadioOptions = {}): Promise<Paired> {
  const boots = ending(await startBoots({ radio }));
  const server = ending(await serveFolder(await builtApp()));
  const { busAddress } = boots.air;
  const launched = ending(await launchWithPlaywright({ url: server.url, busAddress, features }));
  const person = new PageDriver(launched.page);
  await person.pair();
  return { boots, launched, person };
}

/** Pairs and starts a session of ten minutes. @param features as in `paired` */
export async function running(features: readonly string[] = [], radio: RadioOptions = {}): Promise<Paired> {
  const { boots, launched, person } = await paired(features, radio);
  await person.chooseProgram('Post-marathon');
  await person.set(words.session.time, 10);
  await person.start();
  await expect.poll(() => boots.highestPressure(), filling).toBeGreaterThan(10);
  return { boots, launched, person };
}

/**
 * Presses "Pair boots", and waits until the running session is on screen again. @returns the time from the press,
 * ms
 */
export async function bringBackSession(person: PageDriver): Promise<number> {
  await expect.poll(() => person.showsText(left), soon).toBe(true);
  const pressed = Date.now();
  await person.button(words.welcome.pair).click();
  await person.button(words.session.pause).waitFor();
  return Date.now() - pressed;
}
