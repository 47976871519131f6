/** Runs one scenario on a guest and a browser of its own, and tells whether the page or the guest has failed. */

import { keep } from './keep-evidence.ts';
import { type Configuration, GuestTrouble } from './machine/guest.ts';
import type { Image } from './machine/image.ts';
import { Report } from './report.ts';
import { Rig } from './rig.ts';
import type { Scenario } from './scenario.ts';
import { wait } from './wait.ts';

export type Outcome =
  | 'good'
  /** The page, or the code behind it, failed. */
  | 'page'
  /** The guest did not start, crashed or did not answer. So the run does not tell whether the page is right. */
  | 'guest';

export interface Result {
  readonly scenario: string;
  readonly configuration: Configuration;
  readonly outcome: Outcome;
  /** Duration of the scenario and of the guest's start, s. */
  readonly took: number;
  readonly report: Report;
}

export interface Surroundings {
  readonly image: Image;
  readonly url: string;
}

/** A guest is started this many times at most, because a virtual machine may hang. */
const TRIES = 2;

async function start(
  scenario: Scenario,
  configuration: Configuration,
  { image, url }: Surroundings,
): Promise<Rig> {
  for (let tried = 1; ; tried++) {
    try {
      return await Rig.start({
        image,
        url,
        configuration,
        mtu: scenario.mtu,
        met: scenario.cold !== true,
        kind: scenario.boots ?? 'hub',
        ...(scenario.between ? { between: scenario.between } : {}),
      });
    } catch (error) {
      if (!(error instanceof GuestTrouble) || tried >= TRIES) throw error;
    }
  }
}

export async function runScenario(
  scenario: Scenario,
  configuration: Configuration,
  surroundings: Surroundings,
): Promise<Result> {
  const from = performance.now();
  const report = new Report();
  const result = (outcome: Outcome): Result => ({
    scenario: scenario.name,
    configuration,
    outcome,
    took: (performance.now() - from) / 1000,
    report,
  });
  let rig: Rig;
  try {
    rig = await start(scenario, configuration, surroundings);
  } catch (error) {
    report.broken.push(error instanceof Error ? error.message : String(error));
    return result(error instanceof GuestTrouble ? 'guest' : 'page');
  }
  const tooLate = wait(scenario.longest * 1000).then(() => {
    throw new Error(`It took longer than ${scenario.longest} s.`);
  });
  tooLate.catch(() => undefined);
  try {
    await Promise.race([scenario.run(rig, report), tooLate]);
    if (rig.reloads > 0) report.figure('reloads', rig.reloads, '');
    const said = [
      ...new Set(rig.browser.troubles.map(({ kind, what }) => `${kind}: ${what.split('\n')[0]}`)),
    ];
    for (const trouble of said) report.demand(`the page has no troubles, but ${trouble}`, false);
  } catch (error) {
    report.broken.push(
      error instanceof GuestTrouble || error instanceof Error ? error.message : String(error),
    );
    if (error instanceof GuestTrouble) {
      report.kept = await keep(rig, `${scenario.name}-${configuration}-guest`);
      await rig.end();
      return result('guest');
    }
  }
  if (report.broken.length > 0) report.kept = await keep(rig, `${scenario.name}-${configuration}`);
  const trouble = report.broken.length > 0 ? await rig.trouble() : null;
  await rig.end();
  if (trouble !== null) report.broken.unshift(trouble);
  if (trouble !== null) return result('guest');
  return result(report.broken.length === 0 ? 'good' : 'page');
}
