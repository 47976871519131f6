/** Texts about problems of single figures and texts, and of settings. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg, mmhgPerSecond } from '../../../../firmware-protocol/quantities.ts';
import type { FigureProblem, MostIntensity, MostMinutes, SettingProblem } from '../../../program/problem.ts';
import type { Range } from '../../../program/ranges.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { partOn } from '../body.ts';
import { fields, placeName } from './places.ts';

/** The first function writes one figure, the second adds the unit to figures that are written. */
function written(
  n: Numbers,
  quantity: Range['quantity'],
): readonly [(value: number) => string, (figures: string) => string] {
  switch (quantity) {
    case 'pressure':
      return [(value) => n.exactPressure(mmhg(value)), n.pressures];
    case 'rate':
      return [(value) => n.exactPressure(mmhg(value)), n.rates];
    case 'duration':
      return [n.figure, n.seconds];
    case 'minutes':
      return [n.figure, (figures) => `${figures} minutes`];
    case 'number':
      return [n.figure, (figures) => figures];
  }
}

export function rangeWords(n: Numbers, { least, most, quantity, whole }: Range): string {
  const [figure, withUnit] = written(n, quantity);
  return `${whole ? 'un nombre entier de ' : ''}${withUnit(`${figure(least)} à ${figure(most)}`)}`;
}

const valueWords = (n: Numbers, value: number, quantity: Range['quantity']): string => {
  if (quantity === 'pressure') return n.withUnit(mmhg(value));
  if (quantity === 'rate') return n.rate(mmhgPerSecond(value));
  if (quantity === 'minutes') return minutesWords(n, value);
  return written(n, quantity)[1](n.figure(value));
};

export const figures = (n: Numbers): WordsFor<FigureProblem, ProblemWords> => ({
  figure: ({ place, wrong, value, range }) => {
    const said = { place: placeName(place), suggestion: `Choisissez ${rangeWords(n, range)}.` };
    switch (wrong) {
      case 'notANumber':
        return { ...said, reason: 'Ce n’est pas un nombre utilisable.' };
      case 'tooLow':
        return { ...said, reason: `${valueWords(n, value, range.quantity)}, c’est trop peu.` };
      case 'tooHigh':
        return { ...said, reason: `${valueWords(n, value, range.quantity)}, c’est trop.` };
      case 'notWhole':
        return { ...said, reason: `${n.figure(value)} n’est pas un nombre entier.` };
    }
  },
  textEmpty: ({ field }) => ({
    place: fields[field],
    reason: 'Il n’y a rien à lire.',
    suggestion: 'Écrivez quelques mots.',
  }),
  textTooLong: ({ field, length, most }) => ({
    place: fields[field],
    reason: `Il y a ${n.count(length)} caractères.`,
    suggestion: `Utilisez-en au plus ${n.count(most)}.`,
  }),
  textUnseen: ({ field }) => ({
    place: fields[field],
    reason: 'Il y a des caractères invisibles, ou qui retournent le texte.',
    suggestion: 'Retapez-le, sur une ligne.',
  }),
});

export function mostIntensityReason(n: Numbers, { most, because }: MostIntensity): string {
  switch (because) {
    case 'boots':
      return `Ces bottes ne montent pas au-dessus de ${n.withUnit(most)}.`;
    case 'own':
      return `Vous avez fixé ${n.withUnit(most)} comme pression la plus haute, dans les réglages.`;
    case 'notConfirmed':
      return `Plus de ${n.withUnit(most)} doit être confirmé pour cette séance.`;
    case 'openParts':
      return `Ce programme laisse ouvertes des parties de la jambe sous celles qu’il comprime : il ne dépasse donc pas ${n.withUnit(most)}.`;
  }
}

export const minutesWords = (n: Numbers, minutes: number): string =>
  `${n.figure(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })}`;

export function mostMinutesReason(n: Numbers, { most, because }: MostMinutes): string {
  const time = minutesWords(n, most);
  switch (because) {
    case 'boots':
      return `Avec ces bottes, une séance dure au plus ${time}.`;
    case 'highPressure':
      return `Au-dessus de ${n.withUnit(mmhg(rules.confirmAbove))}, une séance dure au plus ${time}.`;
    case 'rule':
      return `Une séance dure au plus ${time}.`;
    case 'running':
      return `Une séance comme celle-ci dure au plus ${time}, avec ses pauses et le premier remplissage.`;
  }
}

const zoneRules = (n: Numbers, range: Range) => ({
  trim: `Une zone accepte au plus ${n.withUnit(mmhg(range.most))} de plus ou de moins que le programme.`,
  boost: `Un renfort est de ${rangeWords(n, range)}.`,
  boostHold: `Une zone est maintenue au plus ${n.measure(range.most, 's')} de plus.`,
});

const NOT_A_NUMBER = 'Ce n’est pas un nombre.';

export const settings = (n: Numbers): WordsFor<SettingProblem, ProblemWords> => ({
  intensity: ({ wrong, value, limit, setTo, least }) => ({
    place: 'intensité',
    reason:
      wrong === 'notANumber'
        ? NOT_A_NUMBER
        : wrong === 'tooHigh'
          ? mostIntensityReason(n, limit)
          : setTo === null
            ? `${n.withUnit(value)}, c’est trop léger pour que la vague agisse.`
            : `Moins de ${n.withUnit(least)}, c’est trop léger pour que la vague agisse.`,
    suggestion:
      setTo === null
        ? `Choisissez ${n.exactPressure(least)} à ${n.withUnit(limit.most)}.`
        : `C’est réglé sur ${n.withUnit(setTo)}.`,
  }),
  minutes: ({ wrong, limit, setTo, least }) => ({
    place: 'durée',
    reason:
      wrong === 'notANumber'
        ? NOT_A_NUMBER
        : wrong === 'tooHigh'
          ? mostMinutesReason(n, limit)
          : 'C’est trop court pour une vague.',
    suggestion:
      setTo === null
        ? `Choisissez ${n.figure(least)} à ${minutesWords(n, limit.most)}.`
        : `C’est réglé sur ${minutesWords(n, setTo)}.`,
  }),
  zoneClamped: ({ figure, range }) => ({
    place: 'zone',
    reason: zoneRules(n, range)[figure],
    suggestion: 'Elle est réglée ainsi.',
  }),
  allZonesOff: () => ({
    place: 'zones',
    reason: 'Toutes les zones que ce programme comprime sont éteintes.',
    suggestion: 'Allumez-en au moins une.',
  }),
  aboveOpenParts: ({ side, part, peak }) => ({
    place: partOn(part, side),
    reason: `Elle recevrait ${n.withUnit(peak)}, et ce programme laisse ouvertes des parties de la jambe au-dessous ; dans ce cas ${n.withUnit(mmhg(rules.squeezed))} est le maximum.`,
    suggestion: 'Revenez sur une partie de ses réglages, ou choisissez une intensité plus basse.',
  }),
});
