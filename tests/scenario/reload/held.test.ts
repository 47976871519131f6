/**
 * The boots of a pair that may play alone for 30 s hold keyframes for at least as long, or to the end of the script, at any
 * moment. So if the page is gone, they do not run dry before they end the session.
 */

import { expect, it } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { heldUntil, keyframesOfLeg } from '../../../src/boots/pair/leg-timeline.ts';
import { muscleFlush } from '../../../src/program/presets/muscle-flush.ts';
import { preRun } from '../../../src/program/presets/pre-run.ts';
import { travelLegs } from '../../../src/program/presets/travel-legs.ts';
import type { Remembered } from '../../../src/session/memory/remembered.ts';
import { Pages } from './pages.ts';

const ALONE = 30;

/** By how much each boot holds too few keyframes, as a time ahead of its playhead, ms: 0 or less = it holds enough. */
function lacking(pages: Pages): number[] {
  const { plan, shifts } = pages.storage.stored as Remembered;
  return (['left', 'right'] as const).map((side, which) => {
    const status = pages.status(which);
    const parts = plan.boots.parts.length;
    const timeline = keyframesOfLeg(plan.script.keyframes, side, parts, shifts?.[side] ?? []);
    const needed = Math.min(status.playhead + 1000 * ALONE, timeline.at(-1)?.at ?? 0);
    return needed - heldUntil(timeline, status);
  });
}

/** The most that a boot lacks at any time within the next minute, as in `lacking`, ms. */
async function mostLacking(pages: Pages): Promise<number> {
  let most = Number.NEGATIVE_INFINITY;
  for (let quarter = 0; quarter < 4 * 60; quarter++) {
    await pages.pass(0.25);
    most = Math.max(most, ...lacking(pages));
  }
  return most;
}

it.each([
  // The cycles of this program are much shorter than ALONE.
  [muscleFlush],
  // Some keyframes of this program are 20 s apart.
  [preRun],
  [travelLegs],
])('before and after a reload: $name', { timeout: 120_000 }, async (program) => {
  const pages = new Pages('pair', { firmware: { longestAllowance: seconds(ALONE) } });
  const before = pages.open();
  await pages.connected(before);
  before.session.choose(program);
  before.session.setMinutes(10);
  before.session.start();
  expect(await pages.until(() => before.view.phase === 'running', 60)).toBe(true);
  expect.soft(await mostLacking(pages)).toBeLessThanOrEqual(0);

  before.kill();
  await pages.pass(5);
  const page = pages.open();
  await pages.connected(page);
  await pages.pass(2);
  expect.soft(await mostLacking(pages)).toBeLessThanOrEqual(0);

  page.kill();
  await pages.pass(ALONE + 2);
  for (const which of [0, 1]) {
    expect.soft(pages.status(which)).toMatchObject({ therapy: 'stopped', endReason: 'alone', underruns: 0 });
  }
});
