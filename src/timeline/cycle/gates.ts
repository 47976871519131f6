/**
 * Decides how long the boots may wait at each gate for zones to reach their targets. On air slower than predicted they wait longer, but all
 * waits together must not keep a zone squeezed beyond the limits.
 */

import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import { limits } from '../../../firmware-protocol/limits.ts';
import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import { CYCLE_VARIATION } from '../../air/uncertainty.ts';
import { asPredicted, reverseGradientZone } from '../../safety/reverse-gradient.ts';
import { gateWaits, isSqueezed, roundUpWait } from './margins.ts';
import type { Rehearsal } from './rehearsal.ts';

/** Part of the time for which a zone may be squeezed that is meant to stay unused, even if the boots wait as long as they may, s. */
const SQUEEZED_RESERVE = 3;
/** Part of the longest reverse gradient (20 s) that is meant to stay unused, even if the boots wait at a gate as long as they may, s. */
const REVERSED_RESERVE = 3;
/** Stands for "no limit", s: longer than any gate may wait. */
const UNLIMITED_TIME = 600;

export interface GateInput {
  readonly keyframes: readonly Keyframe[];
  /** Predicted wait at each keyframe, s. */
  readonly waits: readonly number[];
  readonly slow: Pick<Rehearsal, 'waits' | 'squeezedBy' | 'reversed' | 'tighter'>;
  readonly quick: Pick<Rehearsal, 'waits' | 'reversed'>;
  /** As in `FittedCycle`, s. */
  readonly unsqueezed: number;
  readonly zones: number;
}

/** A gate at which at least one zone is kept squeezed. */
interface SqueezingGate {
  readonly index: number;
  /** Indices of the targets that are squeezed during the wait. */
  readonly squeezed: readonly number[];
  /** Lowest and highest value for `limit`, s. */
  readonly least: number;
  readonly most: number;
  /** Predicted wait on the slow air, s. */
  readonly slowWait: number;
  /** How long the boots may wait at this gate, as shared out so far, s. */
  limit: number;
}

const isReversed = (targets: readonly Target[]): boolean =>
  reverseGradientZone(
    targets.map((target) => (typeof target === 'number' ? target : 0)),
    (zone) => typeof targets[zone] === 'number',
    asPredicted,
  ) !== null;

/**
 * The longest wait to expect in any cycle where `predicted` s are predicted, s. Waits vary, because the boots top up held zones at
 * different gates each time.
 */
const longestOf = (predicted: number): number => CYCLE_VARIATION * predicted + 0.1;

/** How long the boots may wait at a gate where no zone comes near its limit, s. */
const ample = (predicted: number, longest: number): number =>
  Math.min(longest, roundUpWait(gateWaits.times * predicted + gateWaits.more));

/** How long the boots may wait at a gate until a reverse gradient has lasted too long on the air of this rehearsal, s. */
const untilReversed = ({ waits, reversed }: Pick<Rehearsal, 'waits' | 'reversed'>, index: number): number =>
  (waits[index] ?? 0) + Math.max(0, limits.reverseGradient.byDefault - REVERSED_RESERVE - reversed);

function squeezingGate({ keyframes, waits, slow, quick, zones }: GateInput, index: number): SqueezingGate {
  const targets = keyframes[index]?.targets ?? [];
  const wait = waits[index] ?? 0;
  const slowWait = slow.waits[index] ?? 0;
  const least = Math.min(gateWaits.longestSqueezing, roundUpWait(Math.max(gateWaits.step, longestOf(wait))));
  // Where the targets themselves are a reverse gradient, quick air reaches them early. If one zone then misses its target, the gradient
  // stays reversed for the whole wait.
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

/** Shares out among the gates the time for which they may keep zones squeezed. */
class Budget {
  readonly #gates: readonly SqueezingGate[];
  /** How much longer each zone may be kept squeezed, s, in the order of a keyframe's targets; below 0 = too long already. */
  readonly #left: number[];

  constructor(gates: readonly SqueezingGate[], { keyframes, slow, unsqueezed }: GateInput) {
    this.#gates = gates;
    // The share of time above 30 mmHg must keep its limit even if the boots wait at every gate for as long as they may.
    const share = limits.shareAbove30.byDefault / 100;
    const most = Math.min(limits.timeAbove30.byDefault - slow.tighter, (unsqueezed * share) / (1 - share));
    this.#left = (keyframes[0]?.targets ?? []).map((_, zone) => {
      let spent = slow.squeezedBy[zone] ?? 0;
      for (const { squeezed, limit, slowWait } of gates) {
        if (squeezed.includes(zone)) spent += limit - slowWait;
      }
      return most - SQUEEZED_RESERVE - spent;
    });
  }

  /** First shortens the limits of gates while a zone is squeezed for too long. Then lengthens limits while zones have time left. */
  share(): void {
    const { step } = gateWaits;
    this.#changeAll(
      -step,
      (gate) => this.#leftAt(gate) < 0 && gate.limit > gate.least,
      (gate) => -ampleness(gate),
    );
    this.#changeAll(step, (gate) => this.#leftAt(gate) >= step && gate.limit < gate.most, ampleness);
  }

  /** Changes the limit of the gate with the lowest rank, again and again until no gate may change. @param by s */
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

  /** The least time that any zone squeezed at this gate has left, s. */
  #leftAt({ squeezed }: SqueezingGate): number {
    return Math.min(UNLIMITED_TIME, ...squeezed.map((zone) => this.#left[zone] ?? 0));
  }
}

/** A gate's limit as a multiple of its wait on slow air. A wait below 1 s counts as 1 s. */
const ampleness = ({ limit, slowWait }: SqueezingGate): number => limit / Math.max(1, slowWait);

/** The longest wait at each keyframe's gate, a multiple of the wire's step; 0 for a keyframe without a gate. */
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
