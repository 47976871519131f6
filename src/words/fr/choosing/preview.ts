/** Texts of the drawing of a program: a sentence for people who do not see the drawing, labels, and figures. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg, type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import type { Preview } from '../../../timeline/preview/preview.ts';
import type { Story } from '../../../timeline/preview/story.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { Figure, Words } from '../../words.ts';
import { parts as partNames, sides as sideNames, stretch, the } from '../body.ts';
import { capital } from '../text.ts';

const inOne = (clauses: readonly string[]): string => clauses.join(', ');

function behind(n: Numbers, { held, heldAll }: Story): string {
  if (heldAll) return 'tout reste maintenu puis se relâche ensemble';
  if (held === 0) return 'chaque partie relâchée avant la suivante';
  return `${n.count(held)} ${n.plural(held, { one: 'partie maintenue', other: 'parties maintenues' })} derrière`;
}

const what = (parts: readonly BodyPart[]): string => {
  const [first] = parts;
  return first !== undefined && parts.length === 1 ? the(first) : `la jambe ${stretch(parts)}`;
};

function action(n: Numbers, story: Story): string {
  const { parts, together, squeezes, rest } = story;
  if (parts.length === 0) return 'ne comprime rien';
  const rests = rest >= 0.5 ? [`repos ${n.lasting(rest)}`] : [];
  const pulses = squeezes > 1 ? [`chaque partie comprimée ${n.count(squeezes)} fois`] : [];
  if (parts.length === 1)
    return inOne([`comprime ${what(parts)} pendant ${n.lasting(story.squeeze)}`, ...pulses, ...rests]);
  if (together)
    return inOne([`comprime ensemble ${what(parts)} pendant ${n.lasting(story.squeeze)}`, ...rests]);
  return inOne([
    `monte ${stretch(parts)} en ${n.lasting(story.climb)}`,
    ...pulses,
    behind(n, story),
    ...rests,
  ]);
}

const sidesName = (sides: readonly Side[]): string =>
  sides.length > 1 ? 'les deux' : `jambe ${sideNames[sides[0] ?? 'left']}`;

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
      const times = turn.repeats > 1 ? `${n.count(turn.repeats)} fois : ` : '';
      const legs = preview.turns.some(({ sides }) => sides.join() !== turn.sides.join())
        ? `${sidesName(turn.sides)}, `
        : '';
      return `${times}${legs}${action(n, story)}`;
    })
    .join(' ; puis ');
}

const sentence = (n: Numbers, preview: Preview, stories: readonly Story[]): string =>
  `${capital(turnsAloud(n, preview, stories))} ; ${
    preview.turns.length > 1 ? 'tous les tours' : 'cycle'
  } ${n.lasting(preview.cycleTime)}, pic ${n.pressure(preview.peak)}`;

const cycleLabel = ({ turns }: Preview): string =>
  turns.length > 1 ? 'Un cycle de chaque tour' : 'Un cycle';
const toTenSeconds = (n: Numbers, time: Seconds): string => n.lasting(seconds(Math.round(time / 10) * 10));

function figuresOf(n: Numbers, preview: Preview): readonly Figure[] {
  const { cycles, dosed, dose } = preview;
  const dosedAbove = `Dose au-dessus de ${n.withUnit(mmhg(rules.squeezed))}`;
  return [
    { label: 'Pression la plus haute', value: n.withUnit(preview.peak), more: '' },
    { label: cycleLabel(preview), value: n.lasting(preview.cycleTime), more: '' },
    {
      label: 'Toute la séance',
      value: toTenSeconds(n, preview.lasts),
      more: `${n.count(cycles.length)} ${n.plural(cycles.length, { one: 'cycle', other: 'cycles' })}`,
    },
    dosed === null || dose < 0.5
      ? { label: dosedAbove, value: 'aucune', more: 'il ne monte pas plus haut' }
      : {
          label: dosedAbove,
          value: n.dose(dose),
          more: `${partNames[dosed]}, la partie qui en reçoit le plus`,
        },
  ];
}

export const drawing = (n: Numbers): Words['drawing'] => ({
  none: 'Pas encore de dessin',
  session: 'Séance',
  off: 'éteinte',
  unit: n.pressureUnit,
  sidesName,
  turnLabel: (preview, turn) => turnLabel(n, preview, turn),
  sentence: (preview, stories) => sentence(n, preview, stories),
  figures: (preview) => figuresOf(n, preview),
  peak: n.pressure,
  seconds: n.count,
  minutes: (time) => n.count(time / 60),
});
