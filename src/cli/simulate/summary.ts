/** The summary of a simulated session, in numbers. */

import type { Notice } from '../../session/view.ts';
import type { RunOptions, RunResult } from './run-session.ts';
import { ROWS_PER_SECOND, type TraceChannel } from './trace.ts';

interface ZoneSummary {
  readonly boot: string;
  readonly zone: number;
  readonly part: string;
  readonly peak_mmhg: number;
  readonly mean_mmhg: number;
  /** ∫(p − 30)⁺ dt over the trace, p in mmHg. */
  readonly dose_mmhg_min: number;
  readonly above_30_s: number;
  readonly cycles: number;
  /** Time until the zone first reaches LOWEST_SQUEEZE mmHg; null = it does not reach that. */
  readonly time_to_first_pressure_s: number | null;
}

const LOWEST_SQUEEZE = 15;
const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

function zoneSummary(channel: TraceChannel, part: string): ZoneSummary {
  const { pressure, target } = channel;
  const rows = Math.max(1, pressure.length);
  let sum = 0;
  let dose = 0;
  let above = 0;
  let cycles = 0;
  let armed = true;
  const peakTarget = target.reduce((most, value) => Math.max(most, value), 0);
  for (const [row, value] of pressure.entries()) {
    sum += value;
    if (value > 30) {
      above++;
      dose += value - 30;
    }
    const asked = target[row] ?? 0;
    if (armed && asked >= peakTarget - 5 && value >= asked - 5) {
      cycles++;
      armed = false;
    }
    if (value < 10) armed = true;
  }
  const first = pressure.findIndex((value) => value >= LOWEST_SQUEEZE);
  return {
    boot: channel.boot,
    zone: channel.zone,
    part,
    peak_mmhg: round(pressure.reduce((most, value) => Math.max(most, value), 0)),
    mean_mmhg: round(sum / rows),
    dose_mmhg_min: round(dose / ROWS_PER_SECOND / 60),
    above_30_s: round(above / ROWS_PER_SECOND),
    cycles,
    time_to_first_pressure_s: first < 0 ? null : round(first / ROWS_PER_SECOND),
  };
}

const alarms = (notices: readonly Notice[]): readonly Notice[] =>
  notices.filter(({ kind }) => kind !== 'programRefused');

export function summarise(options: RunOptions, result: RunResult) {
  const parts = result.session.glance.boots?.feature.parts ?? [];
  const duration = result.trace.times.at(-1) ?? 0;
  return {
    program: options.program.name,
    minutes: options.minutes,
    peak_mmhg: options.intensity,
    zones_per_leg: options.zones,
    boots: options.kind ?? 'hub',
    legs: options.legs ?? 'medium',
    seed: options.seed,
    ended: result.ended,
    duration_s: round(duration),
    cycles: result.cycles,
    zones: result.trace.channels.map((channel) => zoneSummary(channel, parts[channel.zone] ?? '')),
    alarms: alarms(result.notices),
    keyframes_sent: result.air.keyframes,
    bytes_down: result.air.down,
    bytes_up: result.air.up,
    underruns: result.underruns,
  };
}

export type Summary = ReturnType<typeof summarise>;
