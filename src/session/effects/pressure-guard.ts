/**
 * Watches the measured pressures of each leg while a program of this page runs or is paused: against the limits (safety/live-watch.ts),
 * and against what the script asks for (safety/plan-watch.ts).
 */

import { inSeconds, type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Boots, ScriptSpan } from '../../boots/boots.ts';
import { highestTargetOf } from '../../program/boots-shape.ts';
import { isOn } from '../../program/zones.ts';
import { type LiveBreach, LiveWatch } from '../../safety/live-watch.ts';
import { type Excess, highestAsked, PlanWatch } from '../../safety/plan-watch.ts';
import type { Plan } from '../../scheduler/plan.ts';
import type { Script } from '../../timeline/script.ts';
import { shapeWithin } from '../own-limits.ts';
import { isPlanned } from '../regions/therapy.ts';
import { type BootsFacts, isStopping, type WithBoots } from '../state.ts';
import { zonesOn } from '../zones-on.ts';

/** What was found broken: a limit, or the plan, by a zone that stays above what was asked of it. */
export type Broken = LiveBreach | ({ readonly limit: 'plan' } & Excess);
export type LegBreach =
  | (Broken & { readonly side: Side })
  /** The session lasts too long. */
  | { readonly limit: 'session'; readonly side: null; readonly zone: null };

interface LegWatch {
  readonly side: Side;
  /** Number of the leg's first zone in telemetry. */
  readonly first: number;
  readonly watch: LiveWatch;
  readonly plan: PlanWatch;
}

/** A status further from a measurement than this, ms by the boots' clock, does not say where the boots then were in the script. */
const STATUS_COUNTS_FOR = 5000;
/** How late a status may come, ms: the boots may be this much further in the script than it says. */
const STATUS_DELAY = 2000;
/**
 * How long boots that are heard may take to accept a cut, s. After that, what they play instead of it breaks the plan: a resend is due
 * every 1.5 s.
 */
const CUT_TAKES = 30;
/** How long after the longest wall time of the session the boots must have ended it, s. */
const SESSION_GRACE = 3;
/** Longer gaps between packets, s, do not count toward `CUT_TAKES`: the boots were not heard. */
const LONGEST_GAP = 2;

export class PressureGuard {
  #legs: readonly LegWatch[] = [];
  /**
   * Whether the watches are on. They begin once per session, with the limits that held then, because the plan's settings may change
   * during the session.
   */
  #isOn = false;
  #clock: Milliseconds | null = null;
  /** For each script that was replaced, how long boots that are heard have owed the acceptance of that cut, s. */
  #cutOwedFor: ReadonlyMap<Script | null, number> = new Map();

  /**
   * @param spans as the boots report them
   * @returns the first breach found; null if there is none, or if nothing is watched
   */
  feed(state: WithBoots, telemetry: Telemetry, spans: Boots['spans']): LegBreach | null {
    const plan = isPlanned(state.therapy) && !isStopping(state) ? state.therapy.plan : null;
    // Boots that are stopped report the times of the session before.
    if (!plan || state.therapy.kind === 'preparing' || state.status.therapy === 'stopped') {
      this.#isOn = false;
      return null;
    }
    if (!this.#isOn) this.#begin(state.boots, plan);
    if (state.status.wall > plan.longest + SESSION_GRACE) return { limit: 'session', side: null, zone: null };
    this.#countOwed(plan, telemetry);
    for (const leg of this.#legs) {
      const asked = this.#asked(leg, plan, spans ? spans[leg.side] : spanOf(state.status, telemetry));
      const found = this.#on(leg, state.boots, plan, telemetry, asked);
      if (found) return { ...found, side: leg.side };
    }
    return null;
  }

  #begin(boots: BootsFacts, { settings }: Plan): void {
    this.#isOn = true;
    this.#clock = null;
    this.#cutOwedFor = new Map();
    const { shape, feature } = boots;
    // A person's own limit may change during the session, and the plan keeps it.
    const highest = highestTargetOf(shapeWithin(shape, null), settings.confirmed);
    this.#legs = shape.sides.map((side) => ({
      side,
      first: zonesOn(boots, side)[0] ?? 0,
      watch: new LiveWatch(
        shape.parts.length,
        highest,
        shape.longestAbove30,
        feature.independentOverPressure,
      ),
      plan: new PlanWatch(shape.parts.length),
    }));
  }

  #countOwed({ replaced }: Plan, { clock }: Telemetry): void {
    const passed = this.#clock === null ? 0 : inSeconds(milliseconds(clock - this.#clock));
    this.#clock = clock;
    const heard = passed > 0 && passed <= LONGEST_GAP ? passed : 0;
    const before = this.#cutOwedFor;
    this.#cutOwedFor = new Map(replaced.map((script) => [script, (before.get(script) ?? 0) + heard]));
  }

  /** The most that may be asked of each zone now, by each script that the boots may be playing; null = not known. */
  #asked(
    { first, plan: { zones } }: LegWatch,
    plan: Plan,
    span: ScriptSpan | null,
  ): readonly number[] | null {
    if (!span) return null;
    const reach = { from: span.from, to: milliseconds(span.to + STATUS_DELAY) };
    const scripts: (Script | null)[] = [
      plan.script,
      ...plan.replaced.filter((script) => (this.#cutOwedFor.get(script) ?? 0) <= CUT_TAKES),
    ];
    const each = scripts.map((script) => script && highestAsked(script.keyframes, reach, first, zones));
    return each.reduce(
      (most, other) => most && other && most.map((own, zone) => Math.max(own, other[zone] ?? 0)),
    );
  }

  #on(
    { side, first, watch, plan: planned }: LegWatch,
    boots: BootsFacts,
    { settings }: Plan,
    { clock, samples, targets }: Telemetry,
    asked: readonly number[] | null,
  ): Broken | null {
    const { parts } = boots.shape;
    const last = first + parts.length;
    const own = targets.slice(first, last);
    let index = 0;
    for (const { pressures } of samples) {
      const at = inSeconds(timeOf(clock, index++, boots.feature.samplePeriod));
      const measured = pressures.slice(first, last);
      // A sample in which no zone of this leg is measured counts as a gap.
      if (!measured.some(isKnown)) continue;
      const found = watch.feed(at, measured, own, (zone) => {
        const part = parts[zone];
        return part !== undefined && isOn(settings, side, zone, part);
      });
      if (found) return found;
      const excess = planned.feed(at, measured, asked);
      if (excess) return { limit: 'plan', ...excess };
    }
    return null;
  }
}

/** Where single boots may be in the script; null = not known. */
function spanOf(status: Status, { clock }: Telemetry): ScriptSpan | null {
  const { playhead } = status;
  const age = clock - status.clock;
  if (Math.abs(age) > STATUS_COUNTS_FOR) return null;
  return { from: playhead, to: milliseconds(playhead + Math.max(0, age)) };
}

const isKnown = (pressure: number | null): boolean => pressure !== null;

const timeOf = (clock: Milliseconds, index: number, period: Milliseconds): Milliseconds =>
  milliseconds(clock + index * period);
