/** What of a program is done otherwise on the boots at hand. */

import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Pattern, Settings } from '../../program/program.ts';
import { unitsOf } from '../units.ts';
import type { Adaptation } from './adaptation.ts';
import { Climb } from './climb.ts';
import type { Plan } from './compose-plan.ts';
import { squeezesOf } from './wave.ts';

/** A cycle that is longer by this share is told of. */
const TOLD = 0.1;
/** So is a rest that is longer by this, s, and a hold that is shorter by this, s. */
const LONGER_REST = 2;
const SHORTER_HOLD = 0.5;

/** Squeezes of the most pulsed step. */
function mostSqueezes(pattern: Pattern, climb: Climb, squeezes: number): number {
  if (pattern.breathing) return 1;
  return Math.max(1, ...climb.steps.map((_, step) => squeezesOf(pattern, squeezes, climb.levels(step))));
}

function givenWay({ program }: Settings, boots: BootsShape, plan: Plan): readonly Adaptation[] {
  const { pattern } = program;
  const { pace, meant, levels } = plan;
  const climb = new Climb(pattern, pace.trailingHolds, pace.letsGoLate, levels, boots);
  const found: Adaptation[] = [];
  const squeezes = mostSqueezes(pattern, climb, pace.squeezes);
  const asMeant = mostSqueezes(pattern, climb, meant.squeezes);
  if (squeezes < asMeant) found.push({ kind: 'lessPulsing', squeezes, meant: asMeant });
  const longest = Math.max(
    0,
    ...climb.steps.flatMap((_, step) => climb.levels(step).map(({ longer }) => longer)),
  );
  const hold = pattern.hold + longest;
  if (hold * (1 - pace.holds) > SHORTER_HOLD) {
    found.push({ kind: 'shorterHold', hold: seconds(hold * pace.holds), meant: seconds(hold) });
  }
  const most = climb.steps.length - 1;
  const before = Math.min(meant.trailingHolds, Number.isFinite(meant.trailingHolds) ? most - 1 : most);
  const held = Math.min(pace.trailingHolds, Number.isFinite(pace.trailingHolds) ? most - 1 : most);
  if (boots.holdsTogether && held < before) found.push({ kind: 'fewerHeld', steps: held, meant: before });
  if (pace.rest > pattern.rest + LONGER_REST) {
    found.push({ kind: 'longerRest', rest: seconds(pace.rest), meant: pattern.rest });
  }
  if (pace.breaths > 1) found.push({ kind: 'slowerBreath', breaths: pace.breaths });
  return found;
}

/** Pairs of zones on a shared valve that a turn squeezes. */
function pairsOf(boots: BootsShape, { levels }: Plan): readonly (readonly [BodyPart, BodyPart])[] {
  return unitsOf(boots).flatMap(([distal, proximal]) => {
    if (distal === undefined || proximal === undefined) return [];
    const parts = [boots.parts[distal], boots.parts[proximal]] as const;
    const used = levels.some((leg) => leg[distal]?.enabled);
    return used && parts[0] !== undefined && parts[1] !== undefined ? [[parts[0], parts[1]] as const] : [];
  });
}

/**
 * @param wall how long the cycle takes, s
 * @param otherwise how long it would take on other boots
 */
export function adaptationsOf(
  settings: Settings,
  boots: BootsShape,
  plan: Plan,
  wall: Seconds,
  otherwise: (boots: BootsShape) => Seconds,
): readonly Adaptation[] {
  const { legs } = settings.program.pattern;
  const found: Adaptation[] = [];
  if (!boots.holdsTogether) found.push({ kind: 'oneZoneAtATime' });
  if (boots.sharedValves) found.push({ kind: 'inPairs', pairs: pairsOf(boots, plan) });
  const [side, other] = boots.sides;
  if (side !== undefined && other === undefined && (legs === 'together' || legs === 'alternate')) {
    found.push({ kind: 'oneLeg', side });
  }
  found.push(...givenWay(settings, boots, plan));
  if (boots.holdsTogether && !boots.sharedValves) return found;
  const without = otherwise({ ...boots, holdsTogether: true, sharedValves: false });
  if (wall > without * (1 + TOLD)) found.push({ kind: 'longerCycle', lasts: wall, otherwise: without });
  return found;
}
