/** The whole stack in virtual time: session, protocol bytes, link, firmware, plant. Nothing is left out and nothing is replaced. */

import { type Mmhg, milliseconds, type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { EndReason } from '../../firmware-protocol/status.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import { VirtualClock } from '../clock/virtual-clock.ts';
import { requestBoots } from '../gatt/choose-device.ts';
import type { Program } from '../program/program.ts';
import { Session } from '../session/session.ts';
import type { Notice } from '../session/view.ts';
import { AirMeter } from '../simulator/air-meter.ts';
import { SimulatedBluetooth } from '../simulator/bluetooth/bluetooth.ts';
import { SimulatedBoots, type SimulatedBootsOptions } from '../simulator/boots.ts';
import { seededRandom } from '../simulator/random.ts';
import { emptyTrace, ROWS_PER_SECOND, record, type Trace } from './trace.ts';

export interface RunOptions {
  readonly program: Program;
  readonly minutes: number;
  readonly intensity: Mmhg;
  readonly zones: number;
  readonly seed: number;
  readonly boots?: Partial<SimulatedBootsOptions>;
  /** Called at least once a simulated second with the time since the start and what is expected in all. */
  readonly progress?: (at: Seconds, of: Seconds) => void;
  /** Anything to do while it runs: called once, when it has started. */
  readonly meanwhile?: (run: Run) => void;
}

export interface Run {
  readonly clock: VirtualClock;
  readonly session: Session;
  readonly boots: SimulatedBoots;
  readonly air: AirMeter;
  readonly trace: Trace;
}

export interface RunResult extends Run {
  /** null: it never started; `notices` say why. */
  readonly ended: EndReason | null;
  /** All that was said to the person, in order, each once. */
  readonly notices: readonly Notice[];
  readonly cycles: number;
  readonly underruns: number;
}

/** Long enough for connecting and zeroing, and for a session of the hard limit with its tail. */
const STARTING = milliseconds(20_000);
const LONGEST = milliseconds(3_700_000);
/** The trace goes on after the end until the legs are surely free. */
const TAIL = milliseconds(12_000);

export async function runSession(options: RunOptions): Promise<RunResult> {
  const clock = new VirtualClock();
  const random = seededRandom(options.seed);
  const boots = new SimulatedBoots({ clock, seed: options.seed, zones: options.zones, ...options.boots });
  const air = new AirMeter(boots.peripheral);
  const bluetooth = new SimulatedBluetooth({
    clock,
    random,
    peripherals: [air],
    choose: async ([device]) => device ?? null,
  });
  const choose = async () => {
    const chosen = await requestBoots(bluetooth);
    return chosen.ok
      ? { ok: true as const, devices: [chosen.device], simulated: true }
      : { ...chosen, reason: 'failed' as const };
  };
  const session = new Session({ clock, random, choose });
  const sides: readonly Side[] = ['left', 'right'];
  const trace = emptyTrace(sides, options.zones);
  const run: Run = { clock, session, boots, air, trace };
  const notices = collectNotices(session);

  boots.start();
  session.connect();
  await clock.runUntil(() => session.state.link === 'connected', STARTING);
  session.choose(options.program);
  session.setIntensity(options.intensity);
  session.setMinutes(options.minutes);
  session.start();
  const started = await clock.runUntil(
    () =>
      session.state.phase === 'running' ||
      (session.state.phase !== 'preparing' && session.state.notice !== null),
    STARTING,
  );
  if (started && session.state.phase === 'running') {
    traceInto(run, options);
    options.meanwhile?.(run);
    await clock.runUntil(() => session.state.phase === 'ended', LONGEST);
    await clock.run(TAIL);
  }
  const { status, phase } = session.state;
  boots.stop();
  return {
    ...run,
    ended: phase === 'ended' ? (status?.endReason ?? null) : null,
    notices,
    cycles: status?.cycles ?? 0,
    underruns: status?.underruns ?? 0,
  };
}

function collectNotices(session: Session): Notice[] {
  const notices: Notice[] = [];
  session.states.subscribe(({ notice }) => {
    if (notice && notices.at(-1) !== notice) notices.push(notice);
  });
  return notices;
}

/** Rows by the boots' own time, from the instant at which therapy began. */
function traceInto({ boots, session, trace }: Run, { minutes, progress }: RunOptions): void {
  const period = 1 / ROWS_PER_SECOND;
  let start: number | null = null;
  let next = 0;
  boots.observe((at, plant, firmware) => {
    start ??= at;
    // Half a step of tolerance: sums of 0.02 s are not exact.
    if (at - start < next * period - 0.001) return;
    record(trace, next * period, firmware.targets, (channel) => plant.pressure(channel));
    next++;
    if (next % ROWS_PER_SECOND === 0) {
      const left = session.state.phase === 'ended' ? 0 : undefined;
      progress?.(seconds(at - start), left === 0 ? seconds(at - start) : seconds(minutes * 60));
    }
  });
}
