/** The turn of a cycle: which legs it squeezes, and which section of them. */

import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Pattern, Settings } from '../program/program.ts';
import { isOn, liesOver } from '../program/zones.ts';
import { memoized } from './memoized.ts';

export interface Turn {
  /** Those squeezed, left first. */
  readonly sides: readonly Side[];
  /** Index of the pattern's section; null = the whole leg. */
  readonly section: number | null;
}

type TurnSettings = Pick<Settings, 'program' | 'zones'>;

export const isSameTurn = (one: Turn, other: Turn): boolean =>
  one.section === other.section && one.sides.join() === other.sides.join();

/** A zone that takes part may still be switched off. */
export function takesPart(
  { program }: Pick<Settings, 'program'>,
  { sides, section }: Turn,
  side: Side,
  part: BodyPart,
): boolean {
  const own = section === null ? undefined : program.pattern.sections[section];
  return sides.includes(side) && (own === undefined || liesOver(part, own.parts));
}

/** The legs of each turn, in order. A single boot plays a program for both legs as if it were for its own leg. */
function sidesOfTurns({ legs }: Pattern, sides: readonly Side[]): readonly (readonly Side[])[] {
  if (legs === 'together') return [sides];
  if (legs === 'alternate') return sides.map((side) => [side]);
  return [sides.filter((side) => side === legs)];
}

const round = memoized((input: TurnSettings & { readonly boots: BootsShape }): readonly Turn[] => {
  const { pattern } = input.program;
  const { sides, parts } = input.boots;
  const squeezesAny = (turn: Turn): boolean =>
    turn.sides.some((side) =>
      parts.some((part, zone) => takesPart(input, turn, side, part) && isOn(input, side, zone, part)),
    );
  const sections = pattern.sections.length === 0 ? [null] : [...pattern.sections.keys()];
  const turns = sections.flatMap((section) =>
    sidesOfTurns(pattern, sides).map((own): Turn => ({ sides: own, section })),
  );
  const squeezing = turns.filter(squeezesAny);
  const taken = squeezing.length > 0 ? squeezing : turns.slice(0, 1);
  return sections.flatMap((section) => {
    const own = taken.filter((turn) => turn.section === section);
    const sweeps = section === null ? 1 : (pattern.sections[section]?.sweeps ?? 1);
    return Array.from({ length: sweeps }, () => own).flat();
  });
});

/**
 * The turns of one round, each of which takes one cycle. Legs alternate from cycle to cycle; the next section comes once every leg has had
 * its sweeps of this section. Turns that squeeze nothing are left out, unless all do: then one stays. A turn that comes again is the same
 * object.
 */
export const roundOf = ({ program, zones }: TurnSettings, boots: BootsShape): readonly Turn[] =>
  round({ program, zones, boots });

/** @param index the cycle's number within the session, from 0 */
export function turnOf(settings: TurnSettings, boots: BootsShape, index: number): Turn {
  const turns = roundOf(settings, boots);
  return turns[index % turns.length] ?? { sides: boots.sides, section: null };
}
