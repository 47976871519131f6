/** Runs a session on the whole stack in virtual time: session, protocol, link, firmware and plant (bags, valves and pump). */

import { rules } from '../../../firmware-protocol/limits.ts';
import { type Mmhg, milliseconds, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { EndReason } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { VirtualClock } from '../../clock/virtual-clock.ts';
import type { Program, ZoneSettings } from '../../program/program.ts';
import { createSession, type Session } from '../../session/session.ts';
import type { Notice } from '../../session/view.ts';
import { seededRandom } from '../../simulator/random.ts';
import { type FaultArgument, inject } from '../arguments/fault-argument.ts';
import {
  type BootOnLeg,
  type BootsOnLegsOptions,
  type BootsShapeName,
  bootsOnLegs,
  type LegSize,
} from '../boots-on-legs.ts';
import { emptyTrace, ROWS_PER_SECOND, record, type Trace } from './trace.ts';

export interface RunOptions {
  readonly program: Program;
  readonly minutes: number;
  /** Above 80 mmHg, the intensity is confirmed automatically. */
  readonly intensity: Mmhg;
  readonly zones: number;
  readonly seed: number;
  /** A hub by default. */
  readonly kind?: BootsShapeName;
  /** Medium by default. */
  readonly legs?: LegSize;
  /** Flow of each pump without back pressure, L/min. */
  readonly pumpFlow?: number;
  readonly abilities?: BootsOnLegsOptions['abilities'];
  readonly press?: BootsOnLegsOptions['press'];
  readonly zoneSettings?: ZoneSettings;
  readonly faults?: readonly FaultArgument[];
  /** These options of the boots override those that follow from the other fields. */
  readonly boots?: NonNullable<BootsOnLegsOptions['otherwise']>;
  /** Called once per simulated second with the time since the start and the expected total. */
  readonly progress?: (at: Seconds, of: Seconds) => void;
  readonly meanwhile?: (run: Run) => void;
}

/** Traffic with all boots: bytes to the boots (`down`), bytes from them (`up`), and keyframes sent. */
interface RadioTraffic {
  readonly down: number;
  readonly up: number;
  readonly keyframes: number;
}

export interface Run {
  readonly clock: VirtualClock;
  readonly session: Session;
  readonly worn: readonly BootOnLeg[];
  readonly air: RadioTraffic;
  readonly trace: Trace;
}

export interface RunResult extends Run {
  /** Null if the session did not start (`notices` says why), or did not end within SESSION_TIMEOUT. */
  readonly ended: EndReason | null;
  /** The notices of the session in order; a notice that stayed is listed once. */
  readonly notices: readonly Notice[];
  readonly cycles: number;
  readonly underruns: number;
}

const START_TIMEOUT = milliseconds(30_000);
/** More than the longest allowed session takes. */
const SESSION_TIMEOUT = milliseconds(3_700_000);
/** Time after which the simulated bystander has pressed the boots' button. */
const PRESS_WAIT = milliseconds(5000);
/** How long the trace goes on after the session, to show how the boots empty. */
const AFTER_END = milliseconds(12_000);

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
  const worn = bootsOnLegs(clock, wearing, random);
  const session = createSession({ clock, random, choose: worn.choose });
  const trace = emptyTrace(
    worn.all.flatMap(({ sides }) => sides),
    zones,
  );
  const run: Run = { clock, session, worn: worn.all, air: trafficOf(worn.all), trace };
  const notices = collectNotices(session);

  for (const { boots } of worn.all) boots.start();
  session.connect();
  await clock.runUntil(() => session.glance.link === 'connected', START_TIMEOUT);
  configure(session, options);
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
    await clock.runUntil(() => session.glance.phase === 'ended', SESSION_TIMEOUT);
    await clock.run(AFTER_END);
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

/** If the boots require a press of their button first, starts the session again after the bystander's press. */
async function begin(session: Session, clock: VirtualClock, whilePreparing: () => void): Promise<void> {
  const start = async (): Promise<void> => {
    session.start();
    // If the boots refuse, the phase goes back without zeroing.
    await clock.runUntil(
      () => session.glance.preparing === 'zeroing' || !isPreparing(session),
      START_TIMEOUT,
    );
    if (isPreparing(session)) whilePreparing();
    // If the link is lost for a few seconds, the start goes on; after a longer loss the session cancels it and stops the boots.
    await clock.runUntil(() => isSettled(session), START_TIMEOUT);
  };
  await start();
  if (session.glance.notice?.kind !== 'needsPress') return;
  await clock.run(PRESS_WAIT);
  await start();
}

const isSettled = ({ glance: { phase, link } }: Session): boolean =>
  phase !== 'preparing' && phase !== 'stopping' && link === 'connected';
const isPreparing = ({ glance }: Session): boolean => glance.phase === 'preparing';

function configure(session: Session, { program, intensity, minutes, zoneSettings }: RunOptions): void {
  session.choose(program);
  if (intensity > rules.confirmAbove) session.confirm(true);
  session.setIntensity(intensity);
  session.setMinutes(minutes);
  for (const side of ['left', 'right'] satisfies Side[]) {
    for (const [zone, setting] of (zoneSettings?.[side] ?? []).entries())
      session.setZone(side, zone, setting);
  }
}

const trafficOf = (worn: readonly BootOnLeg[]): RadioTraffic => ({
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

/** Records the trace from the start of the session. Both boots of a pair are recorded at the same instants. */
function traceInto({ worn, session, trace }: Run, { minutes, progress }: RunOptions): void {
  const period = 1 / ROWS_PER_SECOND;
  const marked = worn.map(() => 0);
  let start: number | null = null;
  let next = 0;
  const mark = (): void => {
    worn.forEach(({ air, sides }, index) => {
      // The boots report a new cycle up to one row late.
      const row = Math.max(0, next - 1);
      if (air.cycles > (marked[index] ?? 0)) for (const side of sides) trace.marks[side].push(row);
      marked[index] = air.cycles;
    });
  };
  const addRow = (): void => {
    trace.times.push(next * period);
    let at = 0;
    for (const { boots } of worn) {
      let zone = 0;
      for (const target of boots.peripheral.targets) {
        const channel = trace.channels[at++];
        if (channel) record(channel, target, boots.plant.pressure(zone));
        zone++;
      }
    }
  };
  // All boots step at the same instants. The trace observes the boot that steps last, so that the other boot has stepped already.
  worn.at(-1)?.boots.observe((at) => {
    start ??= at;
    // The tolerance is needed because floating-point sums of 0.02 s are not exact.
    if (at - start < next * period - 0.001) return;
    mark();
    addRow();
    next++;
    if (next % ROWS_PER_SECOND === 0) {
      const ended = session.glance.phase === 'ended';
      progress?.(seconds(at - start), seconds(ended ? at - start : minutes * 60));
    }
  });
}
