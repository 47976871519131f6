/**
 * One cell of the fault matrix: boots of one shape play a pattern, one zone gets a fault, and the boots should
 * report it.
 */

import type { Fault } from '../../../firmware-protocol/fault-codes.ts';
import { Bench } from '../firmware/bench.ts';
import type { TestCentral } from '../firmware/test-central.ts';
import { keyframesOf, type PatternName } from './patterns.ts';
import type { SingleFault } from './single-faults.ts';

export interface Shape {
  readonly name: string;
  /** Number of zones of each leg. */
  readonly zones: number;
  readonly legs: 1 | 2;
  readonly shared?: boolean;
  readonly one?: boolean;
  readonly secondGauge?: boolean;
}

export interface Cell {
  readonly shape: Shape;
  readonly pattern: PatternName;
  readonly fault: SingleFault;
  /** Number of the zone with the fault: 0 at the foot of the first leg; on a hub, the second leg's zones follow. */
  readonly zone: number;
  readonly seed: number;
}

export type Outcome =
  | {
      readonly kind: 'reported';
      readonly fault: Fault;
      readonly zone: number | null;
      /** Time from the fault to the end of the session, s. */
      readonly after: number;
      readonly right: boolean;
      readonly warned: boolean;
    }
  | { readonly kind: 'warned'; readonly zone: number | null; readonly right: boolean }
  | { readonly kind: 'silent' };

/** In s on the timeline: the least length of the session, and the earliest time of the fault. */
const TIME_WITH_FAULT = 300;
const FAULT_BEGINS = 30;

export function benchOf(shape: Shape, seed: number): Bench {
  const { zones, legs, shared = false, one = false, secondGauge = true } = shape;
  const abilities = { sharedValves: shared, holdsTogether: !one };
  return new Bench({ zones, legs, seed, abilities, firmware: { secondGauge } });
}

/** Starts a session that plays the pattern for at least `lasts` s of its timeline. */
export function begin(bench: Bench, pattern: PatternName, lasts: number): TestCentral {
  const central = bench.central(512);
  central.makeReady();
  const words = keyframesOf(pattern, bench.plant.zonesPerLeg, lasts);
  for (let i = 0; i < words.length; i += 24) central.deliver(words.slice(i, i + 24));
  central.start();
  return central;
}

export function play({ shape, pattern, fault, zone, seed }: Cell): Outcome {
  const bench = benchOf(shape, seed);
  const central = begin(bench, pattern, TIME_WITH_FAULT);
  const moment = FAULT_BEGINS * 1000 + ((seed * 3700) % 20_000);
  bench.runUntil(() => (central.statuses.at(-1)?.playhead ?? 0) > moment || central.ended, 400);
  bench.plant.inject(fault.of(zone, shape.zones));
  const after = bench.runUntil(() => central.ended, 3600);
  // The boots may report a graver fault afterwards.
  bench.run(12);
  const { status } = central;
  const isRight = (reported: number | null): boolean =>
    reported === zone ||
    (shape.shared === true && reported !== null && pairOf(reported, shape) === pairOf(zone, shape));
  const warned = status.warning !== 'none';
  if (status.fault !== 'none')
    return {
      kind: 'reported',
      fault: status.fault,
      zone: status.faultZone,
      after,
      right: isRight(status.faultZone),
      warned,
    };
  return warned
    ? { kind: 'warned', zone: status.warningZone, right: isRight(status.warningZone) }
    : { kind: 'silent' };
}

const pairOf = (zone: number, { zones }: Shape): string =>
  `${Math.floor(zone / zones)}/${Math.floor((zone % zones) / 2)}`;
