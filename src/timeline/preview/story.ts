/** The figures for a sentence that describes a drawing, taken from the targets and expected pressures of its zones. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { LEAST_TARGET } from '../../program/ranges.ts';
import type { Preview, PreviewBand, PreviewTurn } from './preview.ts';

/** The figures of one turn, taken from its first leg. */
export interface Story {
  readonly sides: readonly Side[];
  readonly parts: readonly BodyPart[];
  readonly together: boolean;
  /** From the first squeeze until the part that begins last has its full pressure; 0 if nothing is squeezed. */
  readonly climb: Seconds;
  /** From the first squeeze to the last release; 0 if nothing is squeezed. */
  readonly squeeze: Seconds;
  /** How many parts that began earlier are still held halfway between the full pressure of the last part and the last release. */
  readonly held: number;
  /** Whether all parts that began earlier are still held then; false if none began earlier. */
  readonly heldAll: boolean;
  /** The most squeezes of any part in the turn. */
  readonly squeezes: number;
  /** From the last release to the end of the cycle. */
  readonly rest: Seconds;
  readonly lasts: Seconds;
  /** How many cycles take this turn before the turns repeat. */
  readonly repeats: number;
}

/** One part in one turn. Times are wall time since the beginning of the drawing, s. */
interface Squeeze {
  readonly part: BodyPart;
  readonly from: number;
  readonly full: number;
  readonly until: number;
  readonly times: number;
}

/** A zone this near its peak counts as full, mmHg: as near as at a gate, and 0.5 for the error of a drawing. */
const FULL_WITHIN = rules.reached + 0.5;
/** Zones whose squeezes begin within this of each other begin together, s. */
const TOGETHER_WITHIN = 0.05;

function squeezeOf(band: PreviewBand, turn: PreviewTurn, prefill: number): Squeeze | null {
  const end = turn.start + turn.lasts;
  const within = ({ at }: { readonly at: number }): boolean => at >= turn.start - 1e-6 && at < end - 1e-6;
  const asked = band.asked.filter(within);
  const peak = Math.max(0, ...asked.map(({ pressure }) => pressure));
  if (peak < LEAST_TARGET) return null;
  const begun = asked.findIndex(({ pressure }) => pressure > prefill || pressure === peak);
  const from = asked[begun]?.at ?? turn.start;
  const until = asked.find(({ pressure }, index) => index > begun && pressure < prefill)?.at ?? end;
  const full =
    band.expected.find(({ at, pressure }) => at >= from && pressure >= peak - FULL_WITHIN)?.at ?? until;
  const times = asked.filter(
    ({ pressure }, index) => pressure === peak && asked[index - 1]?.pressure !== peak,
  );
  return { part: band.part, from, full: Math.min(full, until), until, times: times.length };
}

function storyOf({ bands, prefill }: Preview, turn: PreviewTurn): Story {
  const side = turn.sides[0];
  const squeezes = bands
    .filter((band) => band.side === side)
    .flatMap((band) => squeezeOf(band, turn, prefill) ?? []);
  const begins = Math.min(...squeezes.map(({ from }) => from));
  const latest = Math.max(...squeezes.map(({ from }) => from));
  const released = Math.max(turn.start, ...squeezes.map(({ until }) => until));
  const lastFull = Math.max(
    turn.start,
    ...squeezes.filter(({ from }) => from === latest).map(({ full }) => full),
  );
  const others = squeezes.filter(({ from }) => from < latest - TOGETHER_WITHIN);
  const moment = (lastFull + released) / 2;
  const held = others.filter(({ until }) => until > moment - TOGETHER_WITHIN).length;
  return {
    sides: turn.sides,
    parts: squeezes.map(({ part }) => part),
    together: latest - begins <= TOGETHER_WITHIN,
    climb: seconds(squeezes.length > 0 ? lastFull - begins : 0),
    squeeze: seconds(squeezes.length > 0 ? released - begins : 0),
    held,
    heldAll: held > 0 && held === others.length,
    squeezes: Math.max(0, ...squeezes.map(({ times }) => times)),
    rest: seconds(turn.start + turn.lasts - released),
    lasts: turn.lasts,
    repeats: turn.repeats,
  };
}

export const storiesOf = (preview: Preview): readonly Story[] =>
  preview.turns.map((turn) => storyOf(preview, turn));
