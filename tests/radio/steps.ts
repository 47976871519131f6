/** What a person does in many scenarios, and what is demanded of each. */

import { words } from '../../src/words/in-use.ts';
import type { Report } from './report.ts';
import { holds, type Rig, wait } from './rig.ts';
import { lastLook, looks, shownAgainstTrue, sinceEpoch } from './seen.ts';

/** The page must be back so soon after the radio is, ms. */
export const FOUND_WITHIN = 3000;
/** As old may be what the page shows as of now: by itself it says after 2.5 s that it hears nothing. */
const AS_OF_NOW = 3000;
const NOT_CONFIRMED = words.notice({ kind: 'stopNotConfirmed', sides: [] }, null).title;

/** Stops that the page itself could not confirm are told as such. */
const unconfirmed = ({ person }: Rig): Promise<boolean> => person.sees(NOT_CONFIRMED);

export const PROGRAM = 'Post-marathon';

export async function startSession({ person }: Rig): Promise<void> {
  await person.chooseProgram(PROGRAM);
  await person.start();
}

/** @returns ms from the key to the frame; null if none came */
export async function stopByEsc(rig: Rig, report: Report): Promise<number | null> {
  const { page, person } = rig;
  const before = rig.stops.length;
  const pressed = sinceEpoch();
  await page.keyboard.press('Escape');
  const came = await holds(() => rig.stops.length > before, 5000);
  report.demand('a Stop frame comes to the boots within 5 s of Esc', came);
  const stopped = await holds(() => rig.status().therapy === 'stopped', 3000);
  report.demand('the boots stop', stopped);
  const told = await holds(() => person.sees(words.endings.stoppedByController.title), 10_000);
  report.demand('the page says that it is stopped', told);
  report.demand('the page does not go on saying that Stop is not confirmed', !(await unconfirmed(rig)));
  report.demand('the legs are free within 7 s', await holds(() => rig.highestPressure() < 20, 7000));
  return came ? (rig.stops[before] ?? pressed) - pressed : null;
}

/** The page has asked the boots something since (over a link that held on it need not), and can start, or shows readings that are not old. */
async function inTouch({ person, page, asked }: Rig, since: number, heldOn: boolean): Promise<boolean> {
  if (!heldOn && asked() <= since) return false;
  if ((await person.legs.count()) > 0) {
    const last = await lastLook(page);
    return last !== null && !last.old && last.shown.some((value) => value !== null);
  }
  const start = person.button(words.choose.start);
  return (await start.count()) > 0 && (await start.isEnabled());
}

/** A page that hears nothing says so by itself within this time, ms: one that has not is in touch. */
const WOULD_SAY_SO = FOUND_WITHIN + 300;
/** Whoever is not found by then is not found, ms. */
const LOST = 20_000;
/** Connecting, discovery and three requests to notify, in a guest on a computer that does nothing else: 0.1 to 0.3 s. What takes longer is slow. */
const TAKES = 300;
/** Slower than by this is no guest that merely shares its computer, ms. */
const SLOWEST = 3000;

/**
 * How long after the radio broke or came back (`since`, ms since 1970) the page was last out of touch, ms, without what a slow guest
 * added to it: that is not the page's. Looks for as long as a page that hears nothing needs to say so.
 */
export async function foundAfter(rig: Rig, since: number, heldOn = false): Promise<number> {
  let out = since;
  const until = (end: number): boolean => sinceEpoch() < since + end;
  while (until(WOULD_SAY_SO) || (sinceEpoch() - out < 300 && until(LOST))) {
    if (!(await inTouch(rig, since, heldOn))) out = sinceEpoch();
    await wait(50);
  }
  const slow = Math.min(SLOWEST, Math.max(0, (await rig.diary.platformTook(rig.page, since)) - TAKES));
  return Math.max(0, out - since - slow);
}

/** What is shown of the legs is what is in them. */
export async function demandPressures(rig: Rig, report: Report): Promise<void> {
  const { median, p95, p95Now, late, count } = shownAgainstTrue(rig.truth, await looks(rig.page));
  report.figure('shown against true, median', median, 'mmHg', 0.5);
  report.figure('p95', p95, 'mmHg', 2);
  report.figure('late by', late, 'ms');
  report.figure('p95 not allowing for that', p95Now, 'mmHg');
  report.figure('pressures compared', count, '');
}

/** Nothing that is not was shown as now since the page was loaded. */
export async function demandTruth(rig: Rig, report: Report): Promise<void> {
  const untrue = rig.truth.untrue(await looks(rig.page), AS_OF_NOW);
  report.demand(
    `${untrue.length} times something untrue was shown as now, first ${untrue[0]}`,
    untrue.length === 0,
  );
}

/** Runs until the wave is at work. */
export const waveUnderWay = (rig: Rig): Promise<boolean> =>
  holds(() => rig.status().therapy === 'running' && rig.highestPressure() > 30, 60_000);

/** Stop is on screen: a session is, for the page. */
export const inSession = async ({ person }: Rig): Promise<boolean> =>
  (await person.button(words.session.stop).count()) > 0 &&
  (await person.button(words.session.stop).isVisible());

/** From wherever the last session has left the page. */
export async function startAnew(rig: Rig): Promise<void> {
  const { person } = rig;
  const again = person.button(words.ended.again);
  const start = person.button(words.choose.start);
  await again.or(start).first().waitFor({ timeout: 15_000 });
  if (await again.isVisible()) await person.startAgain();
  else await person.start();
}

/** Boots and page from anew, after what the page did not survive. */
export async function recover(rig: Rig): Promise<void> {
  rig.boots.peripheral.pressButton();
  await rig.page.reload();
  await rig.person.pair();
  await rig.person.chooseProgram(PROGRAM);
}
