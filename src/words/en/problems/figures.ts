/** Texts about problems of single figures and texts, and of settings. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg, mmhgPerSecond } from '../../../../firmware-protocol/quantities.ts';
import type { FigureProblem, MostIntensity, MostMinutes, SettingProblem } from '../../../program/problem.ts';
import type { Range } from '../../../program/ranges.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { fields, placeName, zoneOnSide } from './places.ts';

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
  return `${whole ? 'a whole number from ' : ''}${withUnit(`${figure(least)} to ${figure(most)}`)}`;
}

const valueWords = (n: Numbers, value: number, quantity: Range['quantity']): string => {
  if (quantity === 'pressure') return n.withUnit(mmhg(value));
  if (quantity === 'rate') return n.rate(mmhgPerSecond(value));
  return written(n, quantity)[1](n.figure(value));
};

export const figures = (n: Numbers): WordsFor<FigureProblem, ProblemWords> => ({
  figure: ({ place, wrong, value, range }) => {
    const said = { place: placeName(place), suggestion: `Choose ${rangeWords(n, range)}.` };
    switch (wrong) {
      case 'notANumber':
        return { ...said, reason: 'It is not a number that can be used.' };
      case 'tooLow':
        return { ...said, reason: `${valueWords(n, value, range.quantity)} is too little.` };
      case 'tooHigh':
        return { ...said, reason: `${valueWords(n, value, range.quantity)} is too much.` };
      case 'notWhole':
        return { ...said, reason: `${n.figure(value)} is not a whole number.` };
    }
  },
  textEmpty: ({ field }) => ({
    place: fields[field],
    reason: 'There is nothing to read in it.',
    suggestion: 'Write a few words.',
  }),
  textTooLong: ({ field, length, most }) => ({
    place: fields[field],
    reason: `It has ${n.count(length)} characters.`,
    suggestion: `Use at most ${n.count(most)}.`,
  }),
  textUnseen: ({ field }) => ({
    place: fields[field],
    reason: 'It has invisible characters, or some that turn the text around.',
    suggestion: 'Type it again, in one line.',
  }),
});

export function mostIntensityReason(n: Numbers, { most, because }: MostIntensity): string {
  switch (because) {
    case 'boots':
      return `These boots go no higher than ${n.withUnit(most)}.`;
    case 'own':
      return `You have set ${n.withUnit(most)} as the highest pressure, in the settings.`;
    case 'notConfirmed':
      return `You must confirm more than ${n.withUnit(most)} for this session.`;
    case 'openParts':
      return `This program leaves parts of the leg open below those it squeezes, so it goes no higher than ${n.withUnit(most)}.`;
  }
}

export const minutesWords = (n: Numbers, minutes: number): string =>
  `${n.figure(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })}`;

export function mostMinutesReason(n: Numbers, { most, because }: MostMinutes): string {
  const time = minutesWords(n, most);
  switch (because) {
    case 'boots':
      return `A session on these boots lasts ${time} at most.`;
    case 'highPressure':
      return `A session above ${n.withUnit(mmhg(rules.confirmAbove))} lasts ${time} at most.`;
    case 'rule':
      return `A session lasts ${time} at most.`;
    case 'running':
      return `A session like this one lasts ${time} at most, including pauses and the first filling.`;
  }
}

const zoneRules = (n: Numbers, range: Range) => ({
  trim: `A zone takes at most ${n.withUnit(mmhg(range.most))} more or less than the program gives it.`,
  boost: `A boost is ${rangeWords(n, range)}.`,
  boostHold: `A zone is held up to ${n.measure(range.most, 's')} longer.`,
});

export const settings = (n: Numbers): WordsFor<SettingProblem, ProblemWords> => ({
  intensity: ({ wrong, value, limit, setTo, least }) => ({
    place: 'intensity',
    reason:
      wrong === 'notANumber'
        ? 'It is not a number.'
        : wrong === 'tooHigh'
          ? mostIntensityReason(n, limit)
          : setTo === null
            ? `${n.withUnit(value)} is too light for the wave to work.`
            : `Less than ${n.withUnit(least)} is too light for the wave to work.`,
    suggestion:
      setTo === null
        ? `Choose ${n.exactPressure(least)} to ${n.withUnit(limit.most)}.`
        : `It is set to ${n.withUnit(setTo)}.`,
  }),
  minutes: ({ wrong, limit, setTo, least }) => ({
    place: 'minutes',
    reason:
      wrong === 'notANumber'
        ? 'It is not a number.'
        : wrong === 'tooHigh'
          ? mostMinutesReason(n, limit)
          : 'That is too short for one wave.',
    suggestion:
      setTo === null
        ? `Choose ${n.figure(least)} to ${minutesWords(n, limit.most)}.`
        : `It is set to ${minutesWords(n, setTo)}.`,
  }),
  zoneClamped: ({ figure, range }) => ({
    place: 'zone',
    reason: zoneRules(n, range)[figure],
    suggestion: 'It is set to that.',
  }),
  allZonesOff: () => ({
    place: 'zones',
    reason: 'Every zone that this program squeezes is switched off.',
    suggestion: 'Switch on at least one.',
  }),
  aboveOpenParts: ({ side, part, peak }) => ({
    place: zoneOnSide(side, part),
    reason: `It would get ${n.withUnit(peak)}, and this program leaves parts of the leg open below it; then ${n.withUnit(mmhg(rules.squeezed))} is the most.`,
    suggestion: 'Lower what you set for it, or choose a lower intensity.',
  }),
});
