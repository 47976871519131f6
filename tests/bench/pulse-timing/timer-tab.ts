/** The peer of the pulse timing: a page that writes each change when its own timer says so, in the same plight. */

import { readFile } from 'node:fs/promises';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { servePage } from '../../browser/app-server.ts';
import type { Write } from '../../browser/bluez/air-log.ts';
import type { Air } from '../../browser/bluez/on-the-air.ts';
import { launchRaw, type RawBrowser } from '../../browser/chromium/launch-raw.ts';
import { ScriptedPeripheral } from '../../browser/scripted-peripheral.ts';
import { composed } from '../compile.ts';
import type { RowName } from '../figure.ts';
import { sinceEpoch, until, wait } from '../wait.ts';
import { type Change, changesOf } from './changes.ts';
import type { Disturbance } from './disturbance.ts';

const NAME = 'Live';
const WANTED = { service: uuids.bootsService, characteristic: uuids.timeline };
/** What is left over comes at the latest with the next minute. */
const LEFT_OVER = 65_000;

const pair = async ({ page, chooser }: RawBrowser): Promise<void> => {
  chooser.pick = NAME;
  await page.until('navigator.bluetooth.getAvailability()');
  await page.evaluate(`pairOnClick(${JSON.stringify(WANTED)})`);
  await page.click(`document.querySelector('#pair')`);
  await page.until('characteristic');
};

/** The worst lateness at the peripheral, ms. What has not come by `end` is late until then. Times in ms since 1970. */
const worst = (changes: readonly Change[], writes: readonly Write[], start: number, end: number): number => {
  let written = 0;
  const lateness = changes.map(({ at, writes: own }) => {
    written += own.length;
    const last = writes[written - 1];
    return (last ? sinceEpoch(last.at) : end) - (start + at);
  });
  return Math.max(0, ...lateness);
};

export const timerTab = async (
  air: Air,
  disturbances: readonly Disturbance[],
): Promise<ReadonlyMap<RowName, number>> => {
  const radio = air.add(new ScriptedPeripheral(NAME));
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
      results.set(row, worst(changes, radio.log.writes, start, start + length));
      await end(browser);
      await until('every change is written', () => radio.log.writes.length >= total, LEFT_OVER);
    }
  } finally {
    await browser.end();
    await server.end();
  }
  return results;
};
