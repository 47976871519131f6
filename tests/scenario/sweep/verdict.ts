/** Finds what is wrong with a session that has ended. The exported functions return messages, none if all is well. */

import { zoneLayouts } from '../../../firmware-protocol/zones.ts';
import type { RunOptions, RunResult } from '../../../src/cli/simulate/run-session.ts';
import { cyclesOfLeg, lastTargetRow, ROWS_PER_SECOND } from '../../../src/cli/simulate/trace.ts';
import { breaches, wave } from '../oracle/envelope-oracle.ts';

/** The zone over the knee, numbered from 0 at the foot; null if there is none. */
function kneeOf(zones: number): number | null {
  const knee = (zoneLayouts[zones] ?? []).indexOf('knee');
  return knee < 0 ? null : knee;
}

/** A peak this close to its target counts as right, mmHg. */
const PEAK_TOLERANCE = 5;
/**
 * The first cycle whose peaks are checked, from 0. Before it, the page's estimate of the air that zones need
 * still changes.
 */
const FIRST_SETTLED_CYCLE = 2;
/** Peaks of zones with a lower target than this are not checked, mmHg. */
const RESTING_BELOW = 15;

export const brokenRules = (
  { zones, intensity }: RunOptions,
  { trace }: Pick<RunResult, 'trace'>,
): readonly string[] =>
  breaches(trace, kneeOf(zones), { confirmed: intensity > 80 }).map(
    ({ rule, boot, zone, at_s, value }) =>
      `${rule}: ${boot} zone ${zone}, ${at_s.toFixed(1)} s, ${value.toFixed(2)}`,
  );

export const missedPeaks = ({ trace }: Pick<RunResult, 'trace'>): readonly string[] =>
  wave(trace).flatMap((cycle, index) =>
    cycle
      .filter(
        ({ target, peak }) =>
          index >= FIRST_SETTLED_CYCLE && target >= RESTING_BELOW && Math.abs(peak - target) > PEAK_TOLERANCE,
      )
      .map(
        ({ boot, zone, target, peak }) =>
          `peak: ${boot} zone ${zone}, cycle ${index + 1}, ${peak.toFixed(1)} for ${target}`,
      ),
  );

/**
 * Checks that a session ended near the promised time, apart from the first filling: at most 0.7 of the
 * longest cycle too early or too late, above 80 mmHg 1.5 of it too early.
 */
export function wrongLength(
  { minutes, intensity }: RunOptions,
  { trace }: Pick<RunResult, 'trace'>,
): readonly string[] {
  const cycles = (['left', 'right'] as const).flatMap((side) => cyclesOfLeg(trace, side));
  const long = Math.max(...cycles.map(({ from, to }) => to - from)) / ROWS_PER_SECOND;
  const first = Math.max(0, ...cycles.filter(({ from }) => from < 1).map(({ to }) => to)) / ROWS_PER_SECOND;
  const lasted = lastTargetRow(trace) / ROWS_PER_SECOND;
  const promised = minutes * 60;
  const least = promised - (intensity > 80 ? 1.5 : 0.7) * long;
  return lasted >= least && lasted <= promised + first + 0.7 * long
    ? []
    : [`length: ${lasted.toFixed(0)} s, promised ${promised.toFixed(0)}, cycles up to ${long.toFixed(0)}`];
}

/**
 * What a session reported that a healthy session does not: another end, running dry, or notices. Worn boots on large legs may warn of a
 * leak.
 */
export function unquiet(
  { legs }: RunOptions,
  { ended, underruns, notices }: Pick<RunResult, 'ended' | 'underruns' | 'notices'>,
): readonly string[] {
  const worrying = notices.filter(
    (notice) => !(legs === 'large' && notice.kind === 'warning' && notice.fault === 'leak'),
  );
  return [
    ...(ended === 'finished' ? [] : [`ended: ${ended ?? 'before it started'}`]),
    ...(underruns === 0 ? [] : [`underruns: ${underruns}`]),
    ...worrying.map((notice) => `notice: ${JSON.stringify(notice)}`),
  ];
}
