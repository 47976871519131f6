/** The page beside other tabs: hidden behind one, reloaded, open twice. */

import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';
import { Chooser } from '../../browser/chromium/chooser.ts';
import { launchRaw } from '../../browser/chromium/launch-raw.ts';
import { PageDriver } from '../../browser/driving/page-driver.ts';
import { inAllShadows } from '../../browser/driving/raw-search.ts';
import type { Scenario } from '../scenario.ts';
import { demandTruth, PROGRAM, pairAfterReload, startSession, stopByEsc, waveUnderWay } from '../steps.ts';
import { holds, wait } from '../wait.ts';

const HIDDEN = 60_000;
const { screening } = journalWords().gate;
const SOON = 10_000;

export const hidden: Scenario = {
  name: 'hidden',
  about: 'a minute behind another tab, during which the link is cut; then Esc',
  longest: 180,
  run: async (rig, report) => {
    // Playwright would keep the page visible, so here the browser is launched without it.
    await rig.browser.end();
    const browser = await launchRaw({ url: rig.url, busAddress: rig.busAddress });
    try {
      const { page } = browser;
      const press = async (role: string, name: string): Promise<void> => {
        await page.until(`(${inAllShadows(role, name)})`, 20_000);
        await page.click(inAllShadows(role, name));
      };
      await page.until('navigator.bluetooth.getAvailability()');
      await press('button', words.welcome.pair);
      await press('wa-button', screening.none);
      await press('label', PROGRAM);
      await press('button', words.choose.start);
      report.demand('the wave is under way', await waveUnderWay(rig));
      await browser.cover();
      await wait(HIDDEN / 2);
      await rig.cut();
      await wait(HIDDEN / 2);
      report.demand(`the session goes on (${rig.status().endReason})`, rig.status().therapy === 'running');
      report.figure('underruns', rig.status().underruns, '', 0);
      await browser.uncover();
      await page.press('Escape');
      report.demand('the boots stop', await holds(() => rig.status().therapy === 'stopped', 5000));
      await page.until(`(${inAllShadows('h1', words.endings.stoppedByController.title)})`, SOON);
    } finally {
      await browser.end();
    }
  },
};

export const reload: Scenario = {
  name: 'reload',
  about: 'the page is reloaded while a session runs, and pairs again: it finds the session and stops it',
  longest: 120,
  run: async (rig, report) => {
    await rig.person.pair();
    await startSession(rig);
    report.demand('the wave is under way', await waveUnderWay(rig));
    await rig.page.reload();
    await pairAfterReload(rig);
    await rig.person.button(words.session.stop).waitFor({ timeout: 20_000 });
    report.demand('the boots still run', rig.status().therapy === 'running');
    await stopByEsc(rig, report);
    await demandTruth(rig, report);
  },
};

export const twoTabs: Scenario = {
  name: 'two-tabs',
  about: 'a second tab pairs with boots that the first one runs, and stops them',
  longest: 150,
  run: async (rig, report) => {
    await rig.person.pair();
    await startSession(rig);
    report.demand('the wave is under way', await waveUnderWay(rig));
    const page = await rig.browser.context.newPage();
    const devtools = await rig.browser.context.newCDPSession(page);
    const chooser = new Chooser((command, params) => devtools.send(command, params));
    devtools.on('DeviceAccess.deviceRequestPrompted', (prompt) => chooser.prompted(prompt));
    await devtools.send('DeviceAccess.enable');
    await page.goto(rig.url);
    const second = new PageDriver(page);
    await second.button(words.welcome.pair).click();
    const none = second.button(screening.none);
    await none.or(second.button(words.session.stop)).first().waitFor();
    if (await none.isVisible()) await none.click();
    await second.button(words.session.stop).waitFor({ timeout: 20_000 });
    report.demand('the boots still run', rig.status().therapy === 'running');
    await second.stop();
    report.demand('the boots stop', await holds(() => rig.status().therapy === 'stopped', 5000));
    const says = (driver: PageDriver) => () => driver.showsText(words.endings.stoppedByController.title);
    report.demand('the second tab says that the session was stopped', await holds(says(second), SOON));
    report.demand('the first tab says that the session was stopped', await holds(says(rig.person), SOON));
    await demandTruth(rig, report);
  },
};
