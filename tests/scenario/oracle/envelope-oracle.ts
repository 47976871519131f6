/**
 * The oracle checks true pressures against the default column of the limits, and splits traces into cycles. It follows the rules alone
 * (PROTOCOL.md 8 and 8.1), and its checks share no code with the page's monitor or the firmware's watches.
 */

import {
  type CycleRows,
  cyclesOfLeg,
  lastTargetRow,
  type Trace,
  type TraceChannel,
} from '../../../src/cli/simulate/trace.ts';

const ROW_TIME = 0.1;
const SHARE_WINDOW = 600;
const at = (values: readonly number[], row: number): number => values[row] ?? 0;
const most = (values: readonly number[], { from, to }: CycleRows): number =>
  Math.max(0, ...values.slice(from, to));

export interface Breach {
  readonly rule: string;
  readonly boot: string;
  readonly zone: number;
  readonly at_s: number;
  readonly value: number;
}

export interface Judged {
  /** Whether the person confirmed pressures above 80 mmHg. */
  readonly confirmed?: boolean;
}

type Note = (rule: string, channel: TraceChannel, row: number, value: number) => void;

function judgeZone(channel: TraceChannel, highestAllowed: number, note: Note): void {
  const { pressure, target } = channel;
  let above = 0;
  let highest = 0;
  let released = 0;
  let pushed = 0;
  let vented = 0;
  let inWindow = 0;
  for (const [row, p] of pressure.entries()) {
    const asked = at(target, row);
    if (asked > highestAllowed) note('target', channel, row, asked);

    highest = Math.max(highest, p);
    // A moving leg adds up to 25 mmHg for less than a second. Such a push neither ends a release nor counts as a
    // part of it.
    pushed = p < 10 ? 0 : pushed + ROW_TIME;
    if (p < 10) released += ROW_TIME;
    else if (pushed >= 1 || p > 35) released = 0;
    if (p > 30) above += ROW_TIME;
    if (released >= (highest > 70 ? 10 : 5)) {
      above = 0;
      highest = 0;
    }
    if (above > 60 + 1e-6) note('time above 30', channel, row, above);

    // In the first ten minutes, the time before the session counts as time below 30 mmHg.
    inWindow += (p > 30 ? 1 : 0) - (at(pressure, row - SHARE_WINDOW / ROW_TIME) > 30 ? 1 : 0);
    if ((inWindow * ROW_TIME) / SHARE_WINDOW > 0.6)
      note('share above 30', channel, row, (inWindow * ROW_TIME) / SHARE_WINDOW);
    if (row >= 5 && (p - at(pressure, row - 5)) / 0.5 > 45)
      note('rise', channel, row, (p - at(pressure, row - 5)) / 0.5);

    // A vented zone must be below 20 mmHg in time. A zone must not exceed its highest target of the last 5 s by
    // more than 15 mmHg.
    vented = asked === 0 && (vented > 0 || p >= 20) ? (p < 20 ? 0 : vented + ROW_TIME) : 0;
    if (vented > 7 + ROW_TIME) note('emptying', channel, row, p);
    let recent = 0;
    for (let back = Math.max(0, row - 50); back <= row; back++) recent = Math.max(recent, at(target, back));
    if (asked > 0 && p > recent + 15) note('over-pressure', channel, row, p);
  }
}

/**
 * A zone counts as squeezed if its target is above this, mmHg. A lower target is for a zone that rests while
 * others have their turn.
 */
const RESTING_BELOW = 7;

/**
 * Checks a leg for reverse gradients: a zone has over 30 mmHg, and over 10 mmHg more than the zone below it. The
 * leg is supported, and its gradients do not count, if the zone with the highest pressure stands over one with at
 * least half of it; zones that are off are skipped. The time adds up across zones, and restarts after 1 s without
 * a reverse gradient. A zone without a target since the cycle began is off.
 */
function judgeReverse(leg: readonly TraceChannel[], cycles: readonly CycleRows[], note: Note): void {
  const rows = leg[0]?.pressure.length ?? 0;
  const on = new Array<boolean>(leg.length).fill(false);
  const marks = new Set(cycles.map(({ from }) => from));
  let lasting = 0;
  let gone = 0;
  for (let row = 0; row < rows; row++) {
    if (marks.has(row)) on.fill(false);
    leg.forEach(({ target }, zone) => {
      if (at(target, row) > 0) on[zone] = true;
    });
    const p = leg.map(({ pressure }) => at(pressure, row));
    const top = p.indexOf(Math.max(...p));
    const support = on.findLastIndex((isOn, zone) => isOn && zone < top);
    const supported = support >= 0 && at(p, support) >= 0.5 * at(p, top);
    const reversed = leg.find((_, zone) => {
      const [own, below] = [at(p, zone), at(p, zone - 1)];
      return zone > 0 && own > below + 10 && own > 30 && !supported;
    });
    gone = reversed ? 0 : gone + ROW_TIME;
    lasting = reversed ? lasting + ROW_TIME : gone >= 1 ? 0 : lasting;
    if (reversed && lasting > 20 + 1e-6) note('reverse gradient', reversed, row, lasting);
  }
}

/**
 * Checks that the knee's target is at most 80 mmHg, and at most what supports the knee: the highest target that the
 * nearest lower zone with a target had in the last cycle that squeezed it. If no lower zone has a target now (boots
 * that hold one zone at a time), the highest target of any lower zone counts.
 */
function judgeKnee(
  leg: readonly TraceChannel[],
  knee: number,
  cycles: readonly CycleRows[],
  note: Note,
): void {
  const own = leg[knee];
  if (!own) return;
  const below = leg.slice(0, knee);
  const squeezed = below.map(() => ({ cycle: -1, most: 0 }));
  const marks = new Set(cycles.map(({ from }) => from));
  let cycle = 0;
  own.pressure.forEach((p, row) => {
    if (p > 80 + 5) note('knee', own, row, p);
    if (marks.has(row)) cycle++;
    below.forEach(({ target }, zone) => {
      const asked = at(target, row);
      const before = squeezed[zone];
      if (asked <= RESTING_BELOW) return;
      squeezed[zone] = { cycle, most: before?.cycle === cycle ? Math.max(before.most, asked) : asked };
    });
    const next = below.findLastIndex(({ target }) => at(target, row) > 0);
    const any = Math.max(0, ...squeezed.map(({ most }) => most));
    const allowed = (next < 0 ? any : squeezed[next]?.most) || 80;
    const asked = at(own.target, row);
    if (asked > RESTING_BELOW && asked > Math.min(80, allowed)) note('knee', own, row, asked);
  });
}

/** Checks that the zones are below 20 mmHg within 7 s after the last row with a target, and stay so. */
function judgeEnd(trace: Trace, note: Note): void {
  const end = lastTargetRow(trace);
  const rows = trace.times.length;
  for (const channel of trace.channels) {
    if (rows - end < 7 / ROW_TIME + 2)
      note('not vented at the end', channel, rows, at(channel.target, rows - 1));
    for (let row = end + 1 + 7 / ROW_TIME; row < rows; row++) {
      if (at(channel.pressure, row) >= 20) note('after the end', channel, row, at(channel.pressure, row));
    }
  }
}

function judgeConfirmed(trace: Trace, note: Note): void {
  for (const channel of trace.channels) {
    const above = channel.target.some((asked) => asked > 80);
    const late = lastTargetRow(trace);
    if (above && late * ROW_TIME > 1200) note('confirmed session', channel, late, late * ROW_TIME);
  }
}

const legsOf = (trace: Trace) =>
  (['left', 'right'] as const)
    .map((side) => ({ side, leg: trace.channels.filter(({ boot }) => boot === side) }))
    .filter(({ leg }) => leg.length > 0);

/**
 * Returns the worst breach of each rule in each zone. @param knee number of the zone over the knee; null if there
 * is none
 */
export function breaches(trace: Trace, knee: number | null, judged: Judged = {}): Breach[] {
  const found = new Map<string, Breach>();
  const note: Note = (rule, { boot, zone }, row, value) => {
    const key = `${rule} ${boot} ${zone}`;
    const worst = found.get(key);
    if (!worst || value > worst.value) found.set(key, { rule, boot, zone, at_s: row * ROW_TIME, value });
  };
  for (const { side, leg } of legsOf(trace)) {
    for (const channel of leg) judgeZone(channel, judged.confirmed ? 100 : 80, note);
    const cycles = cyclesOfLeg(trace, side);
    judgeReverse(leg, cycles, note);
    if (knee !== null) judgeKnee(leg, knee, cycles, note);
  }
  judgeEnd(trace, note);
  judgeConfirmed(trace, note);
  return [...found.values()];
}

export interface ZoneCycle {
  readonly boot: string;
  readonly zone: number;
  readonly target: number;
  readonly peak: number;
  /** Time from the start of the cycle until the zone is at most 5 mmHg below its target, s; null if it never is. */
  readonly reached: number | null;
}

/** The zones in each cycle. Each leg of a pair has its own cycles. */
export function wave(trace: Trace): ZoneCycle[][] {
  const cycles: ZoneCycle[][] = [];
  for (const { side, leg } of legsOf(trace)) {
    cyclesOfLeg(trace, side).forEach(({ from, to }, index) => {
      const cycle = leg.map(({ boot, zone, target, pressure }) => {
        const asked = most(target, { from, to });
        const within = pressure.slice(from, to);
        const row = within.findIndex((p) => p >= asked - 5);
        return {
          boot,
          zone,
          target: asked,
          peak: Math.max(...within),
          reached: row < 0 ? null : row * ROW_TIME,
        };
      });
      cycles[index] = [...(cycles[index] ?? []), ...cycle];
    });
  }
  return cycles;
}
