/**
 * How long gates may wait. If the air is slower than predicted, each gate waits longer; but together they never keep a zone squeezed
 * beyond its limit. Before that a gate gives up and its target is missed; the next cycles are composed for the corrected estimate.
 */

import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import { limits } from '../../../firmware-protocol/limits.ts';
import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { CYCLE_VARIATION } from '../../air/uncertainty.ts';
import { asPredicted, reverseGradientZone } from '../../safety/reverse-gradient.ts';
import { gateWaits, isSqueezed, roundUpWait } from './margins.ts';
import type { Rehearsal } from './rehearsal.ts';

/** Part of the longest time above 30 mmHg that stays unused even when every gate waits to its end, s. */
const RESERVE = 3;
/** Part of the longest time of a reverse gradient that stays unused, s. */
const REVERSED_RESERVE = 3;
/** More time than any gate may wait, s. */
const UNLIMITED = 600;

export interface GateInput {
  readonly keyframes: readonly Keyframe[];
  /** Predicted wait at each keyframe, s. */
  readonly waits: readonly number[];
  /** The same keyframes on air as slow as they were fitted for. */
  readonly slow: Pick<Rehearsal, 'waits' | 'squeezedBy' | 'reversed' | 'tighter'>;
  /** The same on air as quick as it may be. */
  readonly quick: Pick<Rehearsal, 'waits' | 'reversed'>;
  /** How much of a cycle the longest-squeezed zone is not squeezed, s. */
  readonly unsqueezed: number;
  /** Number of zones of a leg. */
  readonly zones: number;
}

/** A gate that keeps something squeezed. */
interface SqueezingGate {
  /** Index of its keyframe. */
  readonly index: number;
  /** Indices of the targets that are squeezed while it waits. */
  readonly squeezed: readonly number[];
  /** Lower and upper bound of its limit, s. */
  readonly least: number;
  readonly most: number;
  /** Its wait on slow air, s. */
  readonly slowWait: number;
  limit: number;
}

/** Whether these targets of a leg, once reached, are a reverse gradient. */
const isReversed = (targets: readonly Target[]): boolean =>
  reverseGradientZone(
    targets.map((target) => (typeof target === 'number' ? target : 0)),
    (zone) => typeof targets[zone] === 'number',
    asPredicted,
  ) !== null;

/** The longest that a wait of this prediction becomes in any cycle, s: the boots top up held zones at different gates each time. */
const longestOf = (predicted: number): number => CYCLE_VARIATION * predicted + 0.1;

/** How long a gate may wait where no zone's time is short, s. */
const ample = (predicted: number, longest: number): number =>
  Math.min(longest, roundUpWait(gateWaits.times * predicted + gateWaits.more));

/** How long a gate may wait on this air before a reverse gradient lasts too long, s. */
const untilReversed = ({ waits, reversed }: Pick<Rehearsal, 'waits' | 'reversed'>, index: number): number =>
  (waits[index] ?? 0) + Math.max(0, limits.reverseGradient.byDefault - REVERSED_RESERVE - reversed);

function squeezingGate({ keyframes, waits, slow, quick, zones }: GateInput, index: number): SqueezingGate {
  const targets = keyframes[index]?.targets ?? [];
  const wait = waits[index] ?? 0;
  const slowWait = slow.waits[index] ?? 0;
  const least = Math.min(gateWaits.longestSqueezing, roundUpWait(Math.max(gateWaits.step, longestOf(wait))));
  // Targets that are themselves a reverse gradient are reached early on quick air; if one is missed, the gradient lasts the whole wait.
  const asksReversed = targets.some(
    (_, first) => first % zones === 0 && isReversed(targets.slice(first, first + zones)),
  );
  const reversible = asksReversed
    ? Math.min(untilReversed(slow, index), untilReversed(quick, index))
    : untilReversed(slow, index);
  const most = Math.max(
    least,
    Math.min(
      ample(wait, gateWaits.longestSqueezing),
      Math.floor(reversible / gateWaits.step) * gateWaits.step,
    ),
  );
  const wanted = roundUpWait(Math.max(gateWaits.step, longestOf(wait), slowWait));
  return {
    index,
    squeezed: targets.flatMap((target, zone) => (isSqueezed(target) ? [zone] : [])),
    least,
    most,
    slowWait,
    limit: Math.min(gateWaits.longestSqueezing, most, wanted),
  };
}

/** The time that gates may keep zones squeezed, shared out among the gates. */
class Budget {
  readonly #gates: readonly SqueezingGate[];
  /** What is left of each target's time, s. */
  readonly #left: number[];

  constructor(gates: readonly SqueezingGate[], { keyframes, slow, unsqueezed }: GateInput) {
    this.#gates = gates;
    // The share of time above 30 mmHg keeps to its limit even when gates wait to their ends.
    const share = limits.shareAbove30.byDefault / 100;
    const most = Math.min(limits.timeAbove30.byDefault - slow.tighter, (unsqueezed * share) / (1 - share));
    this.#left = (keyframes[0]?.targets ?? []).map((_, zone) => {
      let spent = slow.squeezedBy[zone] ?? 0;
      for (const { squeezed, limit, slowWait } of gates) {
        if (squeezed.includes(zone)) spent += limit - slowWait;
      }
      return most - RESERVE - spent;
    });
  }

  /** Shortens gates while any zone is over its time, then lengthens them while there is time left. */
  share(): void {
    const { step } = gateWaits;
    this.#changeAll(
      -step,
      (gate) => this.#leftAt(gate) < 0 && gate.limit > gate.least,
      (gate) => -ampleness(gate),
    );
    this.#changeAll(step, (gate) => this.#leftAt(gate) >= step && gate.limit < gate.most, ampleness);
  }

  /** Changes the limit of the lowest-ranking gate among those that may change, and repeats until none may. @param by s */
  #changeAll(
    by: number,
    mayChange: (gate: SqueezingGate) => boolean,
    rank: (gate: SqueezingGate) => number,
  ): void {
    for (;;) {
      const gate = this.#gates
        .filter(mayChange)
        .reduce<SqueezingGate | null>(
          (lowest, each) => (lowest === null || rank(each) < rank(lowest) ? each : lowest),
          null,
        );
      if (gate === null) return;
      gate.limit += by;
      for (const zone of gate.squeezed) this.#left[zone] = (this.#left[zone] ?? 0) - by;
    }
  }

  /** The least time left to a zone that this gate keeps squeezed, s. */
  #leftAt({ squeezed }: SqueezingGate): number {
    return Math.min(UNLIMITED, ...squeezed.map((zone) => this.#left[zone] ?? 0));
  }
}

/** How ample a gate's limit is, relative to its wait on slow air. */
const ampleness = ({ limit, slowWait }: SqueezingGate): number => limit / Math.max(1, slowWait);

/** The longest wait of each keyframe's gate, in the wire's steps; 0 where it has none. */
export function gateLimits(input: GateInput): readonly Seconds[] {
  const { keyframes, waits } = input;
  const squeezing = keyframes.flatMap(({ gate, targets }, index) =>
    gate > 0 && targets.some(isSqueezed) ? [squeezingGate(input, index)] : [],
  );
  new Budget(squeezing, input).share();
  const limitAt = new Map(squeezing.map(({ index, limit }) => [index, limit]));
  return keyframes.map(({ gate }, index) =>
    seconds(gate === 0 ? 0 : (limitAt.get(index) ?? ample(waits[index] ?? 0, gateWaits.longest))),
  );
}
