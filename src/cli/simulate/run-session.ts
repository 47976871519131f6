/**
 * Runs the whole stack in virtual time: session, protocol bytes, link, firmware, plant. Nothing is left out
 * or replaced.
 */

import { rules } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, milliseconds, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { EndReason } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { VirtualClock } from '../../clock/virtual-clock.ts';
import type { Program, ZoneSettings } from '../../program/program.ts';
import { createSession, type Session } from '../../session/session.ts';
import type { Notice } from '../../session/view.ts';
import { seededRandom } from '../../simulator/random.ts';
import { type InjectedFault, inject } from '../arguments/injected-fault.ts';
import { type LegSize, type Wearing, type WornAs, type WornBoot, wornBoots } from '../worn-boots.ts';
import { emptyTrace, ROWS_PER_SECOND, record, type Trace } from './trace.ts';

export interface RunOptions {
  readonly program: Program;
  readonly minutes: number;
  /** An intensity above 80 mmHg is confirmed automatically. */
  readonly intensity: Mmhg;
  /** Zones per leg. */
  readonly zones: number;
  readonly seed: number;
  /** A hub by default. */
  readonly kind?: WornAs;
  /** Medium by default. */
  readonly legs?: LegSize;
  /** Free flow of each pump, L/min. */
  readonly pumpFlow?: number;
  readonly abilities?: Wearing['abilities'];
  readonly press?: Wearing['press'];
  readonly zoneSettings?: ZoneSettings;
  readonly faults?: readonly InjectedFault[];
  /** Further options of the boots. */
  readonly boots?: NonNullable<Wearing['otherwise']>;
  /** Called at least once per simulated second with the time since the start and the expected total. */
  readonly progress?: (at: Seconds, of: Seconds) => void;
  /** Called once, when the session has started, to act while it runs. */
  readonly meanwhile?: (run: Run) => void;
}

/** Radio traffic with all boots. */
interface AirTotals {
  readonly down: number;
  readonly up: number;
  readonly keyframes: number;
}

export interface Run {
  readonly clock: VirtualClock;
  readonly session: Session;
  readonly worn: readonly WornBoot[];
  readonly air: AirTotals;
  readonly trace: Trace;
}

export interface RunResult extends Run {
  /** Null = it never started; `notices` say why. */
  readonly ended: EndReason | null;
  /** Every notice shown to the person, in order, without repeats. */
  readonly notices: readonly Notice[];
  readonly cycles: number;
  readonly underruns: number;
}

/** Enough for connecting and zeroing; and for the longest allowed session with its tail. */
const STARTING = milliseconds(30_000);
const LONGEST = milliseconds(3_700_000);
/** By then the bystander has pressed the button, which counts for 10 s (PROTOCOL.md 4.2). */
const PRESSED = milliseconds(5000);
/** The trace continues after the end until the legs are surely free. */
const TAIL = milliseconds(12_000);

export async function runSession(options: RunOptions): Promise<RunResult> {
  const { zones, seed, kind = 'hub', legs = 'medium', boots: otherwise } = options;
  const clock = new VirtualClock();
  const random = seededRandom(seed);
  const wearing = {
    kind,
    legs,
    zones,
    seed,
    ...(options.pumpFlow === undefined ? {} : { pumpFlow: options.pumpFlow }),
    ...(options.abilities ? { abilities: options.abilities } : {}),
    ...(options.press ? { press: options.press } : {}),
    ...(otherwise ? { otherwise } : {}),
  };
  const worn = wornBoots(clock, wearing, random);
  const session = createSession({ clock, random, choose: worn.choose });
  const trace = emptyTrace(
    worn.all.flatMap(({ sides }) => sides),
    zones,
  );
  const run: Run = { clock, session, worn: worn.all, air: totalsOf(worn.all), trace };
  const notices = collectNotices(session);

  for (const { boots } of worn.all) boots.start();
  session.connect();
  await clock.runUntil(() => session.glance.link === 'connected', STARTING);
  ask(session, options);
  await begin(session, clock, () => {
    for (const fault of options.faults ?? []) if (fault.at === 'preparing') inject(worn, clock, fault);
  });
  if (session.glance.phase === 'running') {
    traceInto(run, options);
    for (const fault of options.faults ?? []) {
      if (fault.at === 'preparing') continue;
      clock.after(milliseconds(fault.at * 1000), () => inject(worn, clock, fault));
    }
    options.meanwhile?.(run);
    await clock.runUntil(() => session.glance.phase === 'ended', LONGEST);
    await clock.run(TAIL);
  }
  const { status, phase } = session.glance;
  for (const { boots } of worn.all) boots.stop();
  return {
    ...run,
    ended: phase === 'ended' ? (status?.endReason ?? null) : null,
    notices,
    cycles: status?.cycles ?? 0,
    underruns: status?.underruns ?? 0,
  };
}

/** Starts the session, and starts it again if the boots want their button pressed first, which the bystander then does. */
async function begin(session: Session, clock: VirtualClock, whilePreparing: () => void): Promise<void> {
  const start = async (): Promise<void> => {
    session.start();
    // A refused session never prepares.
    await clock.runUntil(() => session.glance.preparing === 'zeroing' || !isPreparing(session), STARTING);
    if (isPreparing(session)) whilePreparing();
    // A start goes on after a link that was lost for a few seconds, and is called off, and the boots stopped, after a longer loss.
    await clock.runUntil(() => isSettled(session), STARTING);
  };
  await start();
  if (session.glance.notice?.kind !== 'needsPress') return;
  await clock.run(PRESSED);
  await start();
}

/** Begun, or certainly not begun. */
const isSettled = ({ glance: { phase, link } }: Session): boolean =>
  phase !== 'preparing' && phase !== 'stopping' && link === 'connected';
const isPreparing = ({ glance }: Session): boolean => glance.phase === 'preparing';

function ask(session: Session, { program, intensity, minutes, zoneSettings }: RunOptions): void {
  session.choose(program);
  if (intensity > rules.confirmAbove) session.confirm(true);
  session.setIntensity(intensity);
  session.setMinutes(minutes);
  for (const side of ['left', 'right'] satisfies Side[]) {
    for (const [zone, setting] of (zoneSettings?.[side] ?? []).entries())
      session.setZone(side, zone, setting);
  }
}

const totalsOf = (worn: readonly WornBoot[]): AirTotals => ({
  get down() {
    return worn.reduce((sum, { air }) => sum + air.down, 0);
  },
  get up() {
    return worn.reduce((sum, { air }) => sum + air.up, 0);
  },
  get keyframes() {
    return worn.reduce((sum, { air }) => sum + air.keyframes, 0);
  },
});

function collectNotices(session: Session): Notice[] {
  const notices: Notice[] = [];
  session.states.subscribe(({ notice }) => {
    if (notice && notices.at(-1) !== notice) notices.push(notice);
  });
  return notices;
}

/**
 * Records rows by the boots' own time, from the start of therapy; for a pair, both legs at the same instants.
 */
function traceInto({ worn, session, trace }: Run, { minutes, progress }: RunOptions): void {
  const period = 1 / ROWS_PER_SECOND;
  const marked = worn.map(() => 0);
  let start: number | null = null;
  let next = 0;
  const mark = (): void => {
    worn.forEach(({ air, sides }, index) => {
      // A new cycle is reported up to a row late.
      const row = Math.max(0, next - 1);
      if (air.cycles > (marked[index] ?? 0)) for (const side of sides) trace.marks[side].push(row);
      marked[index] = air.cycles;
    });
  };
  const sources = worn.flatMap(({ boots }) =>
    Array.from({ length: boots.plant.zones }, (_, zone) => ({ plant: boots.plant, zone })),
  );
  // All boots step at the same instants; observe the last one, so that the others have stepped already.
  worn.at(-1)?.boots.observe((at) => {
    start ??= at;
    // Tolerance, because sums of 0.02 s are not exact.
    if (at - start < next * period - 0.001) return;
    mark();
    const targets = worn.flatMap(({ boots }) => boots.peripheral.targets);
    record(trace, next * period, targets, (channel) => {
      const source = sources[channel];
      return source ? source.plant.pressure(source.zone) : 0;
    });
    next++;
    if (next % ROWS_PER_SECOND === 0) {
      const ended = session.glance.phase === 'ended';
      progress?.(seconds(at - start), seconds(ended ? at - start : minutes * 60));
    }
  });
}
