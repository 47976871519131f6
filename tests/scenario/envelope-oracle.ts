/**
 * The default column of the limits, judged on true pressures, written from the rules alone and sharing no code with the
 * controller's monitor or the firmware's protections. Also what a wave must look like.
 */

import type { Trace, TraceChannel } from '../../src/cli/trace.ts';

const ROW = 0.1;
const at = (values: readonly number[], row: number): number => values[row] ?? 0;

export interface Breach {
  readonly rule: string;
  readonly boot: string;
  readonly zone: number;
  readonly at_s: number;
  readonly value: number;
}

type Note = (rule: string, channel: TraceChannel, row: number, value: number) => void;

function judgeZone(channel: TraceChannel, note: Note): void {
  const { pressure, target } = channel;
  let above = 0;
  let highest = 0;
  let released = 0;
  const squeezed: number[] = [];
  let inWindow = 0;
  for (const [row, p] of pressure.entries()) {
    const asked = at(target, row);
    if (asked > 80) note('target', channel, row, asked);

    highest = Math.max(highest, p);
    released = p < 10 ? released + ROW : 0;
    if (p > 30) above += ROW;
    if (released >= (highest > 70 ? 10 : 5)) {
      above = 0;
      highest = 0;
    }
    if (above > 60 + 1e-6) note('time above 30', channel, row, above);

    squeezed.push(p > 30 ? 1 : 0);
    inWindow += at(squeezed, row) - (row >= 6000 ? at(squeezed, row - 6000) : 0);
    // Before ten minutes have passed the time before the start counts as released.
    if (inWindow / 6000 > 0.6) note('share above 30', channel, row, inWindow / 6000);
    if (row >= 5 && (p - at(pressure, row - 5)) / 0.5 > 45)
      note('rise', channel, row, (p - at(pressure, row - 5)) / 0.5);

    let recent = 0;
    for (let back = Math.max(0, row - 50); back <= row; back++) recent = Math.max(recent, at(target, back));
    if (p > recent + 15) note('over-pressure', channel, row, p);
  }
}

function judgeReverse(leg: readonly TraceChannel[], note: Note): void {
  const lasting = leg.map(() => 0);
  const rows = leg[0]?.pressure.length ?? 0;
  for (let row = 0; row < rows; row++) {
    const p = leg.map(({ pressure }) => at(pressure, row));
    const top = p.indexOf(Math.max(...p));
    const supported = top === 0 || at(p, top - 1) >= 0.5 * at(p, top);
    leg.forEach((channel, zone) => {
      if (zone === 0) return;
      const reverse = at(p, zone) > at(p, zone - 1) + 10 && at(p, zone) > 30 && !supported;
      lasting[zone] = reverse ? at(lasting, zone) + ROW : 0;
      if (at(lasting, zone) > 20) note('reverse gradient', channel, row, at(lasting, zone));
    });
  }
}

const legsOf = (trace: Trace): (readonly TraceChannel[])[] =>
  ['left', 'right']
    .map((boot) => trace.channels.filter((channel) => channel.boot === boot))
    .filter((leg) => leg.length > 0);

/** The first breach of each rule in each zone. */
export function breaches(trace: Trace, knee: number | null): Breach[] {
  const found = new Map<string, Breach>();
  const note: Note = (rule, { boot, zone }, row, value) => {
    const key = `${rule} ${boot} ${zone}`;
    if (!found.has(key)) found.set(key, { rule, boot, zone, at_s: row * ROW, value });
  };
  for (const leg of legsOf(trace)) {
    for (const channel of leg) judgeZone(channel, note);
    judgeReverse(leg, note);
    if (knee === null) continue;
    for (const { from, to } of cyclesOf(trace)) {
      const [distal, own] = [leg[knee - 1], leg[knee]];
      if (!distal || !own) continue;
      const most = (values: readonly number[]) => Math.max(...values.slice(from, to));
      if (most(own.target) > Math.min(80, most(distal.target))) note('knee', own, from, most(own.target));
    }
  }
  return [...found.values()];
}

/** Rows of each whole cycle: from one mould to the next, the last one to where all is let go. */
export function cyclesOf(trace: Trace): { from: number; to: number }[] {
  const foot = trace.channels[0]?.target ?? [];
  const starts = foot.flatMap((target, row) =>
    target >= 10 && (row === 0 || at(foot, row - 1) < 10) ? [row] : [],
  );
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? foot.length }));
}

export interface ZoneCycle {
  readonly boot: string;
  readonly zone: number;
  readonly target: number;
  readonly peak: number;
  /** s from the cycle's beginning to within 5 mmHg of the target; null = never. */
  readonly reached: number | null;
}

export const wave = (trace: Trace): ZoneCycle[][] =>
  cyclesOf(trace).map(({ from, to }) =>
    trace.channels.map(({ boot, zone, target, pressure }) => {
      const asked = Math.max(...target.slice(from, to));
      const within = pressure.slice(from, to);
      const row = within.findIndex((p) => p >= asked - 5);
      return { boot, zone, target: asked, peak: Math.max(...within), reached: row < 0 ? null : row * ROW };
    }),
  );
