/** Finds how a cycle departs from what its program asks for. */

import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Pattern, Program } from '../../program/program.ts';
import { valveGroupsOf } from '../valve-groups.ts';
import type { Adaptation } from './adaptation.ts';
import type { FittedCycle } from './fit-cycle.ts';
import type { Levels } from './levels.ts';
import { squeezesOf } from './pulse-pattern.ts';
import { WaveTargets } from './wave-targets.ts';

/** A cycle is reported as longer if it takes longer than otherwise by more than this share. */
const CYCLE_TOLERANCE = 0.1;
/** A longer rest is reported if it is longer by more than this, s. */
const REST_TOLERANCE = 2;
/** A shorter hold is reported if it is shorter by more than this, s. */
const HOLD_DURATION_TOLERANCE = 0.5;

export interface Adapted {
  readonly program: Program;
  readonly boots: BootsShape;
  readonly fit: FittedCycle;
  readonly lasts: Seconds;
  readonly lastsOn: (boots: BootsShape) => Seconds;
}

export function adaptationsOf({ program, boots, fit, lasts, lastsOn }: Adapted): readonly Adaptation[] {
  const { pattern } = program;
  const found: Adaptation[] = [];
  if (!boots.holdsTogether) found.push({ kind: 'oneZoneAtATime' }, { kind: 'mayBeLowered' });
  if (boots.sharedValves) found.push({ kind: 'inPairs', pairs: pairsOf(boots, fit.levels) });
  const [side, other] = boots.sides;
  const isForBoth = pattern.legs === 'together' || pattern.legs === 'alternate';
  if (side !== undefined && other === undefined && isForBoth) found.push({ kind: 'oneLeg', side });
  found.push(...adaptationsToAir(pattern, boots, fit));
  if (boots.holdsTogether && !boots.sharedValves) return found;
  const otherwise = lastsOn({ ...boots, holdsTogether: true, sharedValves: false });
  if (lasts > otherwise * (1 + CYCLE_TOLERANCE)) found.push({ kind: 'longerCycle', lasts, otherwise });
  return found;
}

function adaptationsToAir(pattern: Pattern, boots: BootsShape, fit: FittedCycle): readonly Adaptation[] {
  const { pace, meant, levels } = fit;
  const wave = new WaveTargets({ pattern, levels, boots }, pace);
  const crests = wave.steps.map((_, step) => wave.crest(step));
  const found: Adaptation[] = [];

  const mostSqueezes = (squeezes: number): number =>
    pattern.breathing ? 1 : Math.max(1, ...crests.map((crest) => squeezesOf(pattern, squeezes, crest)));
  const squeezes = { kept: mostSqueezes(pace.squeezes), meant: mostSqueezes(meant.squeezes) };
  if (squeezes.kept < squeezes.meant) {
    found.push({ kind: 'lessPulsing', squeezes: squeezes.kept, meant: squeezes.meant });
  }

  const hold = pattern.hold + Math.max(0, ...crests.flat().map(({ longerHold }) => longerHold));
  if (hold * (1 - pace.holdShare) > HOLD_DURATION_TOLERANCE) {
    found.push({ kind: 'shorterHold', hold: seconds(hold * pace.holdShare), meant: seconds(hold) });
  }

  const most = crests.length - 1;
  const stepsHeld = ({ trailingHolds }: { readonly trailingHolds: number }): number =>
    Math.min(trailingHolds, Number.isFinite(trailingHolds) ? most - 1 : most);
  const held = { kept: stepsHeld(pace), meant: stepsHeld(meant) };
  if (boots.holdsTogether && held.kept < held.meant) {
    found.push({ kind: 'fewerHeld', steps: held.kept, meant: held.meant });
  }

  if (pace.rest > pattern.rest + REST_TOLERANCE) {
    found.push({ kind: 'longerRest', rest: seconds(pace.rest), meant: pattern.rest });
  }
  if (pace.breaths > 1) found.push({ kind: 'slowerBreath', breaths: pace.breaths });
  return found;
}

const pairsOf = (boots: BootsShape, levels: Levels): readonly (readonly [BodyPart, BodyPart])[] =>
  valveGroupsOf(boots).flatMap(([distal, proximal]) => {
    if (distal === undefined || proximal === undefined) return [];
    const parts = [boots.parts[distal], boots.parts[proximal]] as const;
    const isSqueezed = levels.some((leg) => leg[distal]?.enabled);
    return isSqueezed && parts[0] !== undefined && parts[1] !== undefined
      ? [[parts[0], parts[1]] as const]
      : [];
  });
