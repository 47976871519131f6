/** Whose turn a cycle is: the legs it squeezes and the stretch of them. Where nothing takes turns every cycle is of everything. */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import { isOn, isUnder } from '../../program/zones.ts';

export interface Turn {
  /** Legs that are squeezed, left first. */
  readonly sides: readonly Side[];
  /** Index of the pattern's section, null = the whole leg. */
  readonly section: number | null;
}

/** A turn and how many cycles in a row it is taken, before the next; where legs alternate those of the other leg lie between. */
export interface Turns {
  readonly turn: Turn;
  readonly cycles: number;
}

/** Whether a zone is squeezed in a turn. */
export function takesPart(settings: Settings, { sides, section }: Turn, side: Side, part: BodyPart): boolean {
  const stretch = section === null ? undefined : settings.program.pattern.sections[section];
  return sides.includes(side) && (stretch === undefined || isUnder(part, stretch.parts));
}

/** Legs of each turn, in their order. Boots for one leg play a program for both as their own. */
function sidesOf(
  { legs }: Settings['program']['pattern'],
  sides: readonly Side[],
): readonly (readonly Side[])[] {
  if (legs === 'together') return [sides];
  if (legs === 'alternate') return sides.map((side) => [side]);
  return [sides.filter((side) => side === legs)];
}

/** Every turn that squeezes anything, in the order they are taken; never empty. */
export function turnsOf(settings: Settings, boots: BootsShape): readonly Turns[] {
  const { pattern } = settings.program;
  const legs = sidesOf(pattern, boots.sides);
  const sections = pattern.sections.length === 0 ? [null] : [...pattern.sections.keys()];
  const turns = sections.flatMap((section) =>
    legs.map((sides) => ({
      turn: { sides, section },
      cycles: section === null ? 1 : (pattern.sections[section]?.sweeps ?? 1),
    })),
  );
  const squeezing = turns.filter(({ turn }) =>
    turn.sides.some((side) =>
      boots.parts.some(
        (part, zone) => takesPart(settings, turn, side, part) && isOn(settings, side, zone, part),
      ),
    ),
  );
  return squeezing.length > 0 ? squeezing : turns.slice(0, 1);
}

/**
 * Whose turn the cycle with this index is. Legs take turns cycle by cycle, sections after their sweeps of both.
 * @param index of the cycle within the session, from 0
 */
export function turnOf(settings: Settings, boots: BootsShape, index: number): Turn {
  const turns = turnsOf(settings, boots);
  const rounds = turns.reduce((sum, { cycles }) => sum + cycles, 0);
  let left = index % rounds;
  for (let first = 0; first < turns.length; ) {
    const { turn, cycles } = turns[first] ?? { turn: { sides: boots.sides, section: null }, cycles: 1 };
    const alternating = turns.filter((each) => each.turn.section === turn.section);
    const all = cycles * alternating.length;
    if (left < all) return alternating[left % alternating.length]?.turn ?? turn;
    left -= all;
    first += alternating.length;
  }
  return { sides: boots.sides, section: null };
}
