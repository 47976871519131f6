/** What a person does in many scenarios, with the demands on each step. */

import { firstWords } from '../../src/words/first/first-in-use.ts';
import { words } from '../../src/words/in-use.ts';
import { journalWords } from '../../src/words/journal/journal-in-use.ts';
import { GuestTrouble } from './machine/guest.ts';
import type { Report } from './report.ts';
import type { Rig } from './rig.ts';
import { lastLook, looks, shownAgainstTrue, sinceEpoch } from './shown-against-true.ts';
import { holds, wait } from './wait.ts';

/** How soon the page must be in contact with the boots once a link is possible again, ms. */
export const FOUND_WITHIN = 3000;
/** How old pressures may be that the page shows as current, ms. The page marks them as old after 2 s of silence, at its next tick. */
const AS_OF_NOW = 3000;
const NOT_CONFIRMED = words.notice({ kind: 'stopNotConfirmed', sides: [] }, null).title;

const unconfirmed = ({ person }: Rig): Promise<boolean> => person.showsText(NOT_CONFIRMED);

export const PROGRAM = 'Post-marathon';

export async function startSession({ person }: Rig): Promise<void> {
  await person.chooseProgram(PROGRAM);
  await person.start();
}

/** Presses Esc and demands that the boots stop. @returns ms from the key to the Stop frame; null if none arrived */
export async function stopByEsc(rig: Rig, report: Report): Promise<number | null> {
  const { page, person } = rig;
  const before = rig.stops.length;
  const pressed = sinceEpoch();
  await page.keyboard.press('Escape');
  const came = await holds(() => rig.stops.length > before, 5000);
  report.demand('a Stop frame reaches the boots within 5 s of Esc', came);
  const stopped = await holds(() => rig.status().therapy === 'stopped', 3000);
  report.demand('the boots stop', stopped);
  const isShown = await holds(() => person.showsText(words.endings.stoppedByController.title), 10_000);
  report.demand('the page says that the session was stopped', isShown);
  report.demand('the page does not go on saying that Stop is not confirmed', !(await unconfirmed(rig)));
  report.demand('the legs are free within 7 s', await holds(() => rig.highestPressure() < 20, 7000));
  return came ? (rig.stops[before] ?? pressed) - pressed : null;
}

/**
 * Whether the page is in contact with the boots: it shows readings that are not marked as old, or Start is enabled. If the link has not
 * held, the page must also have read from the boots or written to them after `since`.
 */
async function inTouch({ person, page, asked }: Rig, since: number, heldOn: boolean): Promise<boolean> {
  if (!heldOn && asked() <= since) return false;
  if ((await person.legs.count()) > 0) {
    const last = await lastLook(page);
    return last !== null && !last.old && last.shown.some((value) => value !== null);
  }
  const start = person.button(words.choose.start);
  return (await start.count()) > 0 && (await start.isEnabled());
}

/** The page is watched for at least this long, ms. Without contact it says so within this time. */
const WOULD_SAY_SO = FOUND_WITHIN + 300;
/** After this time without contact, the page is no longer watched, ms. */
const LOST = 20_000;
/** If BlueZ has not answered the page's connect after this time although the boots are in reach, the guest has failed, ms. */
const UNANSWERED = 10_000;
/**
 * How long connecting, discovery and three subscriptions take at most in a guest on an idle computer, ms. What they take beyond that is
 * put down to a slow guest.
 */
const TAKES = 300;
/** At most this much is deducted from a delay because the guest is slow, ms. */
const SLOWEST = 3000;

/** Whether the page says that the browser no longer gives it access to Bluetooth, so that it must be reloaded. */
export const isCutOff = ({ person }: Rig): Promise<boolean> =>
  person.button(firstWords.page.reload).first().isVisible();

/**
 * Pairs on a page that was just loaded, and answers the questions about health if they appear. Waits for Stop (if the session came back)
 * or Start.
 */
export async function pairAfterReload({ person }: Rig): Promise<void> {
  const { screening } = journalWords().gate;
  await person.button(words.welcome.pair).click();
  const none = person.button(screening.none);
  const there = person.button(words.session.stop).or(person.button(words.choose.start));
  await none.or(there).first().waitFor();
  if (await none.isVisible()) await none.click();
  await there.first().waitFor({ timeout: 30_000 });
}

/**
 * If a page has lost its access to Bluetooth with a pared-down BlueZ, reloads it, as the page asks. With the stock BlueZ such a page has
 * failed, and stays as it is.
 * @returns whether the page was reloaded
 */
async function reloadIfCutOff(rig: Rig): Promise<boolean> {
  if (rig.configuration !== 'pared' || !(await isCutOff(rig))) return false;
  rig.reloads++;
  await rig.person.button(firstWords.page.reload).first().click();
  await pairAfterReload(rig);
  return true;
}

/** Leaves the end screen, if it is shown, for the choice of programs. */
async function leaveEnd({ person }: Rig): Promise<void> {
  if (await person.button(words.ended.other).isVisible()) await person.backToChoice();
}

/** Pairs through the chooser. If the page loses its access to Bluetooth meanwhile, reloads it and pairs again. */
export async function pair(rig: Rig): Promise<void> {
  const paired = rig.person.pair().then(() => true);
  paired.catch(() => undefined);
  while (!(await Promise.race([paired, wait(300).then(() => false)]))) {
    if (!(await reloadIfCutOff(rig))) continue;
    await leaveEnd(rig);
    return;
  }
}

/**
 * How long the page was without contact since the radio broke or came back, ms. Deducts delays of a slow guest, and links that BlueZ did
 * not signal. Watches the page for at least `WOULD_SAY_SO`. If a page with a pared-down BlueZ loses its access to Bluetooth
 * (docs/bluetooth-fronts.md), it is reloaded and pairs again, as the page asks. Then the result is 0, and the reload is counted.
 * @param since when the radio broke or came back, ms since 1970
 * @param heldOn whether the link has held
 * @throws GuestTrouble if BlueZ does not answer the page's connect
 */
export async function foundAfter(rig: Rig, since: number, heldOn = false): Promise<number> {
  let out = since;
  const until = (end: number): boolean => sinceEpoch() < since + end;
  while (until(WOULD_SAY_SO) || (sinceEpoch() - out < 300 && until(LOST))) {
    if (!(await inTouch(rig, since, heldOn))) out = sinceEpoch();
    if (await reloadIfCutOff(rig)) return 0;
    await wait(50);
  }
  const unanswered = await rig.diary.connectUnanswered(rig.page);
  if (unanswered > UNANSWERED)
    throw new GuestTrouble(
      `BlueZ has not answered the page's connect for ${(unanswered / 1000).toFixed(0)} s, though the boots advertise.`,
    );
  const took = await rig.diary.platformTook(rig.page, since);
  const unsignalled = await rig.diary.unsignalledFor(rig.page, since);
  const slow = Math.min(SLOWEST, Math.max(0, took - TAKES) + unsignalled);
  return Math.max(0, out - since - slow);
}

/** Records how far the pressures shown were from the true ones, with limits. */
export async function demandPressures(rig: Rig, report: Report): Promise<void> {
  const { median, p95, p95Now, late, count } = shownAgainstTrue(rig.truth, await looks(rig.page));
  report.figure('shown against true, median', median, 'mmHg', 0.5);
  report.figure('p95', p95, 'mmHg', 2);
  report.figure('late by', late, 'ms');
  report.figure('p95 not allowing for that', p95Now, 'mmHg');
  report.figure('pressures compared', count, '');
}

/** Demands that the page has shown nothing untrue as current since it was loaded. */
export async function demandTruth(rig: Rig, report: Report): Promise<void> {
  const untrue = rig.truth.untrue(await looks(rig.page), AS_OF_NOW);
  report.demand(
    `${untrue.length} times something untrue was shown as now, first ${untrue[0]}`,
    untrue.length === 0,
  );
}

/** Waits until some zone is squeezed; false after a minute. */
export const waveUnderWay = (rig: Rig): Promise<boolean> =>
  holds(() => rig.status().therapy === 'running' && rig.highestPressure() > 30, 60_000);

/** Whether Stop is on screen: the page takes a session to be under way. */
export const inSession = async ({ person }: Rig): Promise<boolean> =>
  (await person.button(words.session.stop).count()) > 0 &&
  (await person.button(words.session.stop).isVisible());

/** Starts `PROGRAM` again: from the end screen, or from the choice of programs even if that shows another one. */
export async function startAnew(rig: Rig): Promise<void> {
  const { person } = rig;
  const again = person.button(words.ended.again);
  const start = person.button(words.choose.start);
  await again.or(start).first().waitFor({ timeout: 15_000 });
  if (await again.isVisible()) {
    await person.startAgain();
    return;
  }
  if (!(await person.isChosen(PROGRAM))) await person.chooseProgram(PROGRAM);
  await person.start();
}

/** After a failure: stops the boots by their button, reloads the page and pairs again. */
export async function recover(rig: Rig): Promise<void> {
  rig.boots.peripheral.pressButton();
  await rig.page.reload();
  await rig.person.pair();
  await leaveEnd(rig);
  await rig.person.chooseProgram(PROGRAM);
}
