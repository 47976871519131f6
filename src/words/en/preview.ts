/** Words for the drawing of a program: the sentence that stands for it, its labels, and the figures beside it. */

import { type Mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { Preview } from '../../timeline/preview/preview.ts';
import type { Story } from '../../timeline/preview/story.ts';
import { partName } from './body.ts';
import { capital, count, lasting, pressure } from './numbers.ts';

const few = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'] as const;
const manyTimes = ['never', 'once', 'twice', 'three times', 'four times', 'five times'] as const;

export const drawing = {
  none: 'No drawing yet',
  session: 'Session',
  off: 'off',
  mmhg: 'mmHg',
} as const;

const inFew = (value: number): string => few[value] ?? count(value);

const inOne = (clauses: readonly string[]): string => clauses.join(', ');

/** "foot to calf", "calf". */
function stretch(parts: readonly BodyPart[]): string {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return 'nothing';
  return first === last ? partName(first) : `${partName(first)} to ${partName(last)}`;
}

function behind({ held, heldAll }: Story): string {
  if (heldAll) return 'all held until they let go together';
  if (held === 0) return 'each let go before the next';
  return held === 1 ? 'one part held behind' : `${inFew(held)} parts held behind`;
}

/** What one turn does, without its pressure: "climbs from foot to thigh in 36 s, two parts held behind, rests 12 s". */
function deed(story: Story): string {
  const { parts, together, squeezes, rest } = story;
  if (parts.length === 0) return 'squeezes nothing';
  const rests = rest >= 0.5 ? [`rests ${lasting(rest)}`] : [];
  const pulses = squeezes > 1 ? [`squeezing each ${manyTimes[squeezes] ?? `${inFew(squeezes)} times`}`] : [];
  if (parts.length === 1)
    return inOne([`squeezes the ${stretch(parts)} for ${lasting(story.squeeze)}`, ...pulses, ...rests]);
  if (together) return inOne([`squeezes ${stretch(parts)} together for ${lasting(story.squeeze)}`, ...rests]);
  return inOne([
    `climbs from ${stretch(parts)} in ${lasting(story.climb)}`,
    ...pulses,
    behind(story),
    ...rests,
  ]);
}

export const sidesName = (sides: readonly Side[]): string =>
  sides.length > 1 ? 'both legs' : `${sides[0] ?? 'left'} leg`;

/** What takes the turn, for the label above it: "left leg", "foot to calf ×10". */
export function turnLabel(preview: Preview, turn: Preview['turns'][number]): string {
  const { turns } = preview;
  const legs = turns.some(({ sides }) => sides.join() !== turn.sides.join()) ? [sidesName(turn.sides)] : [];
  const parts = turns.some(({ parts }) => parts.join() !== turn.parts.join()) ? [stretch(turn.parts)] : [];
  const times = turn.repeats > 1 ? ` ×${count(turn.repeats)}` : '';
  return `${inOne([...legs, ...parts])}${times}`;
}

function turnsAloud(preview: Preview, stories: readonly Story[]): string {
  return preview.turns
    .flatMap((turn, index) => {
      const story = stories[index];
      if (story === undefined) return [];
      const times = turn.repeats > 1 ? `${count(turn.repeats)} times: ` : '';
      const legs = preview.turns.some(({ sides }) => sides.join() !== turn.sides.join())
        ? `${sidesName(turn.sides)} `
        : '';
      return `${times}${legs}${deed(story)}`;
    })
    .join('; then ');
}

/**
 * The whole drawing as one sentence, for people who do not see it.
 * @param stories one for each turn
 */
export const sentence = (preview: Preview, stories: readonly Story[]): string =>
  `${capital(turnsAloud(preview, stories))}; ${
    preview.turns.length > 1 ? 'all turns' : 'cycle'
  } ${lasting(preview.cycleTime)}, peak ${pressure(preview.peak)}`;

export interface Figure {
  readonly label: string;
  readonly value: string;
  /** Said beside it, smaller. */
  readonly more: string;
}

const cycleLabel = ({ turns }: Preview): string => (turns.length > 1 ? 'A cycle of each turn' : 'A cycle');
const minutes = (time: Seconds): string => lasting(seconds(Math.round(time / 10) * 10));

/** What may be expected, in figures. */
export function figuresOf(preview: Preview): readonly Figure[] {
  const { cycles, dosed, dose } = preview;
  return [
    { label: 'Highest pressure', value: `${pressure(preview.peak)} mmHg`, more: '' },
    { label: cycleLabel(preview), value: lasting(preview.cycleTime), more: '' },
    {
      label: 'Whole session',
      value: minutes(preview.lasts),
      more: cycles.length === 1 ? 'one cycle' : `${count(cycles.length)} cycles`,
    },
    dosed === null || dose < 0.5
      ? { label: 'Dose above 30 mmHg', value: 'none', more: 'it goes no higher' }
      : {
          label: 'Dose above 30 mmHg',
          value: `${count(dose)} mmHg·min`,
          more: `${partName(dosed)}, which gets most`,
        },
  ];
}

export const peakOf = (peak: Mmhg): string => pressure(peak);
/** Below a drawing: "20", and "20 s" for the last. */
export const secondsAt = (time: Seconds): string => count(time);
export const minutesAt = (time: Seconds): string => count(time / 60);
