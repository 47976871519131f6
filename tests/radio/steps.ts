/** What a person does in many scenarios, and what is demanded of each. */

import { endings } from '../../src/ui/words/endings.ts';
import { noticeWords } from '../../src/ui/words/notices.ts';
import { choose, session as words } from '../../src/ui/words/screens.ts';
import type { Report } from './report.ts';
import { holds, type Rig, wait } from './rig.ts';
import { looks, sinceEpoch } from './seen.ts';

/** The page must be back so soon after the radio is, ms. */
export const FOUND_WITHIN = 3000;
/** As old may be what the page shows as of now: by itself it says after 2.5 s that it hears nothing. */
const AS_OF_NOW = 3000;
const NOT_CONFIRMED = noticeWords({ kind: 'stopNotConfirmed', sides: [] }, null).title;

/** Stops that the page itself could not confirm are told as such. */
const unconfirmed = ({ person }: Rig): Promise<boolean> => person.sees(NOT_CONFIRMED);

export async function startSession({ person }: Rig, program = 'Post-marathon'): Promise<void> {
  await person.chooseProgram(program);
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
  const told = await holds(() => person.sees(endings.stoppedByController.title), 10_000);
  report.demand('the page says that it is stopped', told);
  report.demand('the page does not go on saying that Stop is not confirmed', !(await unconfirmed(rig)));
  report.demand('the legs are free within 7 s', await holds(() => rig.highestPressure() < 20, 7000));
  return came ? (rig.stops[before] ?? pressed) - pressed : null;
}

/** The page is in touch with the boots: it can start, or shows readings that are not old. */
async function inTouch({ person, page }: Rig): Promise<boolean> {
  if ((await person.legs.count()) > 0) {
    const last = (await looks(page)).at(-1);
    return last !== undefined && !last.old && last.shown.some((value) => value !== null);
  }
  const start = person.button(choose.start);
  return (await start.count()) > 0 && (await start.isEnabled());
}

/**
 * How long after `since` (ms since 1970) the page was last out of touch, ms; 0 if it never was. Looks for as long as a page that
 * hears nothing needs to say so.
 */
export async function foundAfter(rig: Rig, since: number): Promise<number> {
  let out = since;
  const end = since + FOUND_WITHIN + 3500;
  while (sinceEpoch() < end) {
    if (!(await inTouch(rig))) out = sinceEpoch();
    await wait(50);
  }
  return out - since;
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

export const { intensity } = words;
