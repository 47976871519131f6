/** How these boots are built, and therefore which keyframes they can play (PROTOCOL.md 3, 5.3). */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { limits, rules } from '../../../firmware-protocol/limits.ts';

export interface Build {
  /** Zones of this peripheral: of both legs on a hub. */
  readonly zones: number;
  readonly zonesPerLeg: number;
  readonly hub: boolean;
  /** Whether more than one zone of a leg may be other than vented. */
  readonly holdsTogether: boolean;
  /** Whether zones (0, 1), (2, 3) … of each leg share a fill and a vent valve. */
  readonly sharedValves: boolean;
  /** Whether each zone has a second gauge, for over-pressure. */
  readonly secondGauge: boolean;
  /** Where each gauge taps its hose: 0 at the bag to 1 at the valves. */
  readonly gaugeTap: number;
  /** Whether this zone lies over the fibular head. */
  isKnee(zone: number): boolean;
}

/** The zones on each valve, foot first: single, or in pairs. */
export function valvesOf({ zones, zonesPerLeg, sharedValves }: Build): readonly (readonly number[])[] {
  const valves: number[][] = [];
  for (let zone = 0; zone < zones; zone++) {
    const second = sharedValves && (zone % zonesPerLeg) % 2 === 1;
    if (second) valves.at(-1)?.push(zone);
    else valves.push([zone]);
  }
  return valves;
}

/** Whether a keyframe stays within the limits and within what these boots can do. @param highest mmHg */
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
