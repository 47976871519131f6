/**
 * What can happen to a session in Chromium: its link fails, or its page is frozen, reloaded, crashes, hangs or gets a second tab beside it.
 * Each ends with a page that has the session again, or with the session stopped.
 */

import { expect } from 'vitest';
import { words } from '../../../../src/words/in-use.ts';
import type { BootsOnAir } from '../../bluez/boots-on-air.ts';
import { answerChoosers, type Launched } from '../../chromium/launch.ts';
import { PageDriver } from '../page-driver.ts';
import { bringBackSession, soon } from './running-session.ts';

/** Where a disturbance takes place. */
export interface Stage {
  readonly boots: BootsOnAir;
  readonly launched: Launched;
  /** The page that has the session. */
  readonly person: PageDriver;
  /** How long a fault of the link or a freeze lasts, ms. */
  readonly lasts: number;
}

/** @returns the page that has the session afterwards */
type Disturbance = (stage: Stage) => Promise<PageDriver>;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const runsElsewhere = words.leftBehind({ kind: 'otherTab', program: 'Post-marathon' }).title;
const isUnderWay = 'A session is already under way on these boots';

/** Waits until the page has heard of the boots again. */
async function heardAgain({ boots, person }: Stage): Promise<void> {
  await expect.poll(() => boots.radio.connected, soon).toBe(true);
  await expect.poll(() => person.showsText(words.session.stale), soon).toBe(false);
}

async function anotherTab({ launched, person }: Stage): Promise<PageDriver> {
  const page = await launched.context.newPage();
  await answerChoosers(launched.context, page);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(person.page.url());
  return new PageDriver(page);
}

/** A page that hangs no longer attaches the session with which it is crashed, so this attaches it. @returns crashes the page */
async function crasher({ launched, person: { page } }: Stage): Promise<() => Promise<void>> {
  const devtools = await launched.context.newCDPSession(page);
  return async () => {
    const crashed = new Promise((resolve) => page.once('crash', resolve));
    devtools.send('Page.crash').catch(() => undefined);
    await crashed;
  };
}

export const disturbances: Readonly<Record<string, Disturbance>> = {
  'the link is lost': async (stage) => {
    stage.boots.radio.setInRange(false);
    await wait(stage.lasts);
    stage.boots.radio.setInRange(true);
    await heardAgain(stage);
    return stage.person;
  },

  'the link refuses': async (stage) => {
    stage.boots.radio.setRefusing(true);
    await wait(stage.lasts);
    stage.boots.radio.setRefusing(false);
    await heardAgain(stage);
    return stage.person;
  },

  'the page is frozen': async (stage) => {
    const devtools = await stage.launched.context.newCDPSession(stage.person.page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await wait(stage.lasts);
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await heardAgain(stage);
    await devtools.detach();
    return stage.person;
  },

  'the page is reloaded': async ({ person }) => {
    await person.page.reload();
    await bringBackSession(person);
    return person;
  },

  'the page crashes': async (stage) => {
    const crash = await crasher(stage);
    await crash();
    const heir = await anotherTab(stage);
    await bringBackSession(heir);
    await stage.person.page.close();
    return heir;
  },

  'the page hangs, and another takes the session over': async (stage) => {
    const crash = await crasher(stage);
    void stage.person.page.evaluate('for (;;);').catch(() => undefined);
    const heir = await anotherTab(stage);
    await expect.poll(() => heir.showsText(runsElsewhere), soon).toBe(true);
    await heir.button(words.welcome.pair).click();
    await heir.button(words.session.pause).waitFor();
    // A page that hangs cannot close itself.
    await crash();
    await stage.person.page.close();
    return heir;
  },

  'a second tab stops the session': async (stage) => {
    const watcher = await anotherTab(stage);
    await expect.poll(() => watcher.showsText(runsElsewhere), soon).toBe(true);
    await watcher.button(words.welcome.pair).click();
    await expect.poll(() => watcher.showsText(isUnderWay), soon).toBe(true);
    expect(stage.boots.status().therapy).toBe('running');
    await watcher.stop();
    await expect.poll(() => stage.boots.status().therapy, soon).toBe('stopped');
    await watcher.page.close();
    return stage.person;
  },
};
