/**
 * What the real BlueZ adds: measures the same page and boots twice, over the real BlueZ and over the private D-Bus of the browser tests.
 */

import { fileURLToPath } from 'node:url';
import { decodeStatus, type Therapy } from '../../../firmware-protocol/status.ts';
import { words } from '../../../src/words/in-use.ts';
import { PageDriver } from '../../browser/driving/page-driver.ts';
import { serveFolder } from '../../browser/serving/app-server.ts';
import { builtApp } from '../../browser/serving/built-app.ts';
import { guestImage } from '../../radio/machine/image.ts';
import { ensureMachine } from '../../radio/machine/needs.ts';
import { figure, type Measurement, type Progress } from '../figure.ts';
import { median, percentile } from '../statistics.ts';
import { sinceEpoch, until, wait } from '../wait.ts';
import { type Link, overPrivateBus, overRealBluez } from './link.ts';

const CACHE = fileURLToPath(new URL('../../../.cache/radio/', import.meta.url));
const SESSIONS = 20;
const CUTS = 9;
/** How long to wait for the boots or the page, ms. */
const TIME_LIMIT = 60_000;

/** Runs in the page: times each write with response, and notes when Escape is pressed. */
const WATCH = `(() => {
  globalThis.writeTimes = [];
  globalThis.escapes = [];
  const prototype = BluetoothRemoteGATTCharacteristic.prototype;
  const write = prototype.writeValueWithResponse;
  prototype.writeValueWithResponse = async function (value) {
    const from = performance.now();
    await write.call(this, value);
    writeTimes.push(performance.now() - from);
  };
  addEventListener('keydown', ({ key, timeStamp }) => {
    if (key === 'Escape') escapes.push(performance.timeOrigin + timeStamp);
  }, { capture: true });
})()`;

/** Times of single events, ms. */
interface Measured {
  readonly writes: readonly number[];
  readonly stops: readonly number[];
  readonly reconnects: readonly number[];
}

const therapyOf = ({ boots }: Link): Therapy => {
  const status = decodeStatus(boots.peripheral.status);
  if (!status.ok) throw new Error(status.refusal.message);
  return status.value.therapy;
};

async function startSession(link: Link, person: PageDriver): Promise<void> {
  const start = person.button(words.choose.start);
  await person.button(words.ended.again).or(start).first().waitFor();
  await ((await start.isVisible()) ? person.start() : person.startAgain());
  await until('the session runs', () => therapyOf(link) === 'running', TIME_LIMIT);
}

async function stopSession(link: Link): Promise<number> {
  const before = link.stops().length;
  await link.browser.page.keyboard.press('Escape');
  await until('the Stop frame arrives', () => link.stops().length > before, TIME_LIMIT);
  const pressed = await link.browser.page.evaluate<number>('escapes.at(-1)');
  return (link.stops()[before] ?? Number.NaN) - pressed;
}

/** @returns ms from the cut of the link to the page's first read or write over the new link */
async function cutLink(link: Link): Promise<number> {
  const cut = sinceEpoch(performance.now());
  await link.cut();
  await until('the page is back', () => link.lastContact() > cut, TIME_LIMIT);
  return link.lastContact() - cut;
}

async function measureOver(link: Link): Promise<Measured> {
  const { page } = link.browser;
  try {
    await page.evaluate(WATCH);
    const person = new PageDriver(page);
    await person.pair();
    await person.chooseProgram('Post-marathon');
    const stops: number[] = [];
    for (let session = 0; session < SESSIONS; session++) {
      await startSession(link, person);
      await wait(session * 100);
      stops.push(await stopSession(link));
    }
    await startSession(link, person);
    const reconnects: number[] = [];
    for (let time = 0; time < CUTS; time++) {
      reconnects.push(await cutLink(link));
      await wait(4000);
    }
    await stopSession(link);
    return { writes: await page.evaluate<number[]>('writeTimes'), stops, reconnects };
  } finally {
    await link.end();
  }
}

async function both(progress: Progress): Promise<Readonly<Record<'bus' | 'bluez', Measured>>> {
  if (!(await ensureMachine())) throw new Error('The virtual machine needs what is named above.');
  const image = await guestImage(CACHE, progress);
  const server = await serveFolder(await builtApp());
  try {
    progress(`${SESSIONS} sessions stopped and ${CUTS} links cut, over the private bus`);
    const bus = await measureOver(await overPrivateBus(server.url));
    progress('the same over the real BlueZ');
    return { bus, bluez: await measureOver(await overRealBluez(server.url, image)) };
  } finally {
    await server.end();
  }
}

export const radio: Measurement = {
  rows: ['radio.write-p99', 'radio.esc-to-frame-p99', 'radio.reconnect-p50'],
  measure: async (progress) => {
    const { bus, bluez } = await both(progress);
    const row = (
      name: (typeof radio.rows)[number],
      statistic: (numbers: readonly number[]) => number,
      of: (measured: Measured) => readonly number[],
    ) =>
      figure({ name, unit: 'ms', better: 'lower' }, statistic(of(bluez)), {
        name: 'the private bus of the browser tests',
        value: statistic(of(bus)),
      });
    const p99 = (numbers: readonly number[]): number => percentile(numbers, 0.99);
    return [
      row('radio.write-p99', p99, ({ writes }) => writes),
      row('radio.esc-to-frame-p99', p99, ({ stops }) => stops),
      row('radio.reconnect-p50', median, ({ reconnects }) => reconnects),
    ];
  },
};
