/** Texts of the drawing of a program: a sentence for people who do not see the drawing, labels, and figures. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg, type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { Preview } from '../../../timeline/preview/preview.ts';
import type { Story } from '../../../timeline/preview/story.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { Figure, Words } from '../../words.ts';
import { partName, stretch } from '../body.ts';
import { capital } from '../text.ts';

const few = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'] as const;
const manyTimes = ['never', 'once', 'twice', 'three times', 'four times', 'five times'] as const;

const inFew = (n: Numbers, value: number): string => few[value] ?? n.count(value);

const inOne = (clauses: readonly string[]): string => clauses.join(', ');

function behind(n: Numbers, { held, heldAll }: Story): string {
  if (heldAll) return 'all held until released together';
  if (held === 0) return 'each released before the next';
  return held === 1 ? 'one part held behind' : `${inFew(n, held)} parts held behind`;
}

function action(n: Numbers, story: Story): string {
  const { parts, together, squeezes, rest } = story;
  if (parts.length === 0) return 'squeezes nothing';
  const rests = rest >= 0.5 ? [`rests ${n.lasting(rest)}`] : [];
  const pulses =
    squeezes > 1 ? [`squeezing each ${manyTimes[squeezes] ?? `${inFew(n, squeezes)} times`}`] : [];
  if (parts.length === 1)
    return inOne([`squeezes the ${stretch(parts)} for ${n.lasting(story.squeeze)}`, ...pulses, ...rests]);
  if (together)
    return inOne([`squeezes ${stretch(parts)} together for ${n.lasting(story.squeeze)}`, ...rests]);
  return inOne([
    `climbs from ${stretch(parts)} in ${n.lasting(story.climb)}`,
    ...pulses,
    behind(n, story),
    ...rests,
  ]);
}

const sidesName = (sides: readonly Side[]): string =>
  sides.length > 1 ? 'both legs' : `${sides[0] ?? 'left'} leg`;

function turnLabel(n: Numbers, preview: Preview, turn: Preview['turns'][number]): string {
  const { turns } = preview;
  const legs = turns.some(({ sides }) => sides.join() !== turn.sides.join()) ? [sidesName(turn.sides)] : [];
  const parts = turns.some(({ parts }) => parts.join() !== turn.parts.join()) ? [stretch(turn.parts)] : [];
  const times = turn.repeats > 1 ? ` ×${n.count(turn.repeats)}` : '';
  return `${inOne([...legs, ...parts])}${times}`;
}

function turnsAloud(n: Numbers, preview: Preview, stories: readonly Story[]): string {
  return preview.turns
    .flatMap((turn, index) => {
      const story = stories[index];
      if (story === undefined) return [];
      const times = turn.repeats > 1 ? `${n.count(turn.repeats)} times: ` : '';
      const legs = preview.turns.some(({ sides }) => sides.join() !== turn.sides.join())
        ? `${sidesName(turn.sides)} `
        : '';
      return `${times}${legs}${action(n, story)}`;
    })
    .join('; then ');
}

const sentence = (n: Numbers, preview: Preview, stories: readonly Story[]): string =>
  `${capital(turnsAloud(n, preview, stories))}; ${
    preview.turns.length > 1 ? 'all turns' : 'cycle'
  } ${n.lasting(preview.cycleTime)}, peak ${n.pressure(preview.peak)}`;

const cycleLabel = ({ turns }: Preview): string => (turns.length > 1 ? 'A cycle of each turn' : 'A cycle');
const toTenSeconds = (n: Numbers, time: Seconds): string => n.lasting(seconds(Math.round(time / 10) * 10));

function figuresOf(n: Numbers, preview: Preview): readonly Figure[] {
  const { cycles, dosed, dose } = preview;
  const dosedAbove = `Dose above ${n.withUnit(mmhg(rules.squeezed))}`;
  return [
    { label: 'Highest pressure', value: n.withUnit(preview.peak), more: '' },
    { label: cycleLabel(preview), value: n.lasting(preview.cycleTime), more: '' },
    {
      label: 'Whole session',
      value: toTenSeconds(n, preview.lasts),
      more: n.plural(cycles.length, { one: 'one cycle', other: `${n.count(cycles.length)} cycles` }),
    },
    dosed === null || dose < 0.5
      ? { label: dosedAbove, value: 'none', more: 'it goes no higher' }
      : {
          label: dosedAbove,
          value: n.dose(dose),
          more: `${partName(dosed)}, which gets the most`,
        },
  ];
}

export const drawing = (n: Numbers): Words['drawing'] => ({
  none: 'No drawing yet',
  session: 'Session',
  off: 'off',
  unit: n.pressureUnit,
  sidesName,
  turnLabel: (preview, turn) => turnLabel(n, preview, turn),
  sentence: (preview, stories) => sentence(n, preview, stories),
  figures: (preview) => figuresOf(n, preview),
  peak: n.pressure,
  seconds: n.count,
  minutes: (time) => n.count(time / 60),
});
