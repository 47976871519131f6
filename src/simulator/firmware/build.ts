/** How boots are built, and which keyframes they can play within the limits (PROTOCOL.md 3, 5.3). */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../../firmware-protocol/limits.ts';

export interface Build {
  /** Number of zones of this peripheral: on a hub, those of both legs. */
  readonly zones: number;
  readonly zonesPerLeg: number;
  readonly hub: boolean;
  /** Whether several zones of a leg can be held at once. If not, a keyframe must vent all of a leg's zones, or all but one. */
  readonly holdsTogether: boolean;
  /** Whether zones (0, 1), (2, 3) … of each leg share a fill and a vent valve. */
  readonly sharedValves: boolean;
  readonly secondGauge: boolean;
  /** The point at which each gauge taps its hose, from 0 at the bag to 1 at the valves. */
  readonly gaugeTap: number;
  /** Whether this zone lies over the fibular head, where pressure can harm a nerve. */
  isKnee(zone: number): boolean;
}

/** For each pair of a fill and a vent valve, the zones on it, foot first: one zone, or two neighbours. */
export function valvesOf({ zones, zonesPerLeg, sharedValves }: Build): readonly (readonly number[])[] {
  const valves: number[][] = [];
  for (let zone = 0; zone < zones; zone++) {
    const second = sharedValves && (zone % zonesPerLeg) % 2 === 1;
    if (second) valves.at(-1)?.push(zone);
    else valves.push([zone]);
  }
  return valves;
}

/**
 * Whether a keyframe keeps the limits of targets and gates, and these boots can play it.
 * @param highest highest target of the session, mmHg
 */
export function withinLimits(keyframe: Keyframe, highest: number, build: Build): boolean {
  let squeezes = false;
  for (const [zone, target] of keyframe.targets.entries()) {
    if (typeof target !== 'number') continue;
    if (target > highest || (build.isKnee(zone) && target > limits.knee.hard)) return false;
    if (target > rules.squeezed) squeezes = true;
  }
  const longest = squeezes ? limits.gateSqueezing.hard : limits.gate.hard;
  return keyframe.gate <= longest && playable(keyframe, build);
}

function playable({ targets }: Keyframe, { zonesPerLeg, holdsTogether, sharedValves }: Build): boolean {
  for (let first = 0; first < targets.length; first += zonesPerLeg) {
    const leg = targets.slice(first, first + zonesPerLeg);
    if (!holdsTogether && leg.filter((target) => target !== 'vent').length > 1) return false;
    if (sharedValves && leg.some((target, zone) => zone % 2 === 1 && target !== leg[zone - 1])) return false;
  }
  return true;
}
