/** The peer of Heartward's pulse timing: a page that writes each change when its own timer fires, under the same disturbances. */

import { readFile } from 'node:fs/promises';
import { uuids } from '../../../firmware-protocol/profile.ts';
import type { Air } from '../../browser/bluez/on-the-air.ts';
import { noQuirks } from '../../browser/bluez/quirks.ts';
import { ScriptedPeripheral } from '../../browser/bluez/scripted-peripheral.ts';
import { launchRaw, type RawBrowser } from '../../browser/chromium/launch-raw.ts';
import { servePage } from '../../browser/serving/app-server.ts';
import type { RowName } from '../figure.ts';
import { composed } from '../programs/compile.ts';
import { sinceEpoch, until, wait } from '../wait.ts';
import { changesOf } from './changes.ts';
import type { Disturbance } from './disturbance.ts';
import { worstOfChanges } from './lateness.ts';

const NAME = 'Live';
const WANTED = { service: uuids.bootsService, characteristic: uuids.timeline };
/**
 * How long to wait for the writes still due, ms. A browser may let the timers of a hidden page fire only once a minute, so it is longer
 * than a minute.
 */
const LEFT_OVER = 65_000;

const pair = async ({ page, chooser }: RawBrowser): Promise<void> => {
  chooser.pick = NAME;
  await page.until('navigator.bluetooth.getAvailability()');
  await page.evaluate(`pairOnClick(${JSON.stringify(WANTED)})`);
  await page.click(`document.querySelector('#pair')`);
  await page.until('characteristic');
};

export const timerTab = async (
  air: Air,
  disturbances: readonly Disturbance[],
): Promise<ReadonlyMap<RowName, number>> => {
  const radio = air.add(new ScriptedPeripheral(NAME), { quirks: noQuirks });
  const server = await servePage(await readFile(new URL('timer-page.html', import.meta.url), 'utf8'));
  const browser = await launchRaw({ url: server.url, busAddress: air.busAddress });
  const results = new Map<RowName, number>();
  try {
    await pair(browser);
    for (const { row, length, begin, end } of disturbances) {
      const changes = changesOf(composed(60).keyframes).filter(({ at }) => at < length);
      const total = changes.reduce((sum, { writes }) => sum + writes.length, 0);
      radio.log.reset();
      await begin(browser);
      const start = Number(await browser.page.evaluate(`play(${JSON.stringify(changes)})`));
      await wait(start + length - sinceEpoch(performance.now()));
      const arrivals = radio.log.writes.map((write) => sinceEpoch(write.at));
      results.set(row, worstOfChanges(changes, arrivals, start, start + length));
      await end(browser);
      await until('every change is written', () => radio.log.writes.length >= total, LEFT_OVER);
    }
  } finally {
    await browser.end();
    await server.end();
  }
  return results;
};
